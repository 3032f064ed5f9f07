using System.Collections.Immutable;
using System.Diagnostics;
using Microsoft.Z3;
using Vm.Proofs.Solving;
using Vm.Vocabulary;

namespace Vm.Proofs.Layout;

/// <summary>
/// Proves the compiled accessors of packed structs against the words: each getter reads exactly the bits that the attribute names, each
/// setter writes exactly those, and no bit belongs to two fields. So the proof, which knows fields only, speaks of the real bits.
/// </summary>
static class LayoutProver
{
    public static IReadOnlyList<ObligationResult> Prove(Component component, ProofOptions options) =>
        [.. component.Assemblies.SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.IsDefined(typeof(PackedAttribute), inherit: false))
            .OrderBy(type => type.Name, StringComparer.Ordinal)
            .SelectMany(type => Prove(new PackedLayout(type), component.Program.PlaceOf(type.Name), options))];

    public static IEnumerable<ObligationResult> Prove(PackedLayout layout, SourcePlace place, ProofOptions options)
    {
        using var session = new Z3Session();
        var context = session.Context;
        var before = new AccessorCode.Words(layout.Words.ToImmutableSortedDictionary(
            word => word.Field.Name, word => context.MkBVConst(word.Field.Name, word.Width)));
        var bits = Whole(context, layout, before);
        yield return Result("apart", "no bit belongs to two fields", () => context.MkBool(Overlap(layout) is null), Overlap(layout));

        foreach (var field in layout.Fields)
        {
            var width = PackedLayout.WidthOf(field.Property.PropertyType);
            yield return Result($"{field.Property.Name}.reads", $"{field.Property.Name} is exactly its {field.Width} bits of the words", () =>
            {
                var read = AccessorCode.Read(context, field.Property.GetMethod!, before);
                var own = context.MkExtract(field.Least + field.Width - 1, field.Least, bits);
                return context.MkEq(read, context.MkZeroExt(read.SortSize - field.Width, own));
            });
            yield return Result($"{field.Property.Name}.writes", $"setting {field.Property.Name} changes its {field.Width} bits to the value's lowest, and no other bit", () =>
            {
                var value = context.MkBVConst("value", width);
                var after = AccessorCode.Write(context, field.Property.SetMethod!, before, context.MkZeroExt((width == 64 ? 64u : 32) - width, value));
                return context.MkEq(Whole(context, layout, after), With(context, bits, field, value));
            });
        }

        ObligationResult Result(string clause, string sentence, Func<BoolExpr> goal, string? note = null)
        {
            var time = Stopwatch.StartNew();
            using var solver = session.MakeSolver(options.Seed, options.Timeout, options.ResourceLimit);
            solver.Assert(context.MkNot(goal()));
            var outcome = solver.Check() switch
            {
                Status.UNSATISFIABLE => Outcome.Proved,
                Status.SATISFIABLE => Outcome.Unknown,
                _ => Outcome.OutOfResource,
            };
            note ??= outcome == Outcome.Unknown ? $"candidate: {solver.Model}" : solver.Check() == Status.UNKNOWN ? solver.ReasonUnknown : null;
            var obligation = new Obligation(layout.Type.Name, ObligationKind.Layout, clause, sentence, place, place);
            return new(obligation, outcome, time.Elapsed, null, outcome == Outcome.Proved ? null : note);
        }
    }

    /// <summary>All words as one number, word 0 lowest.</summary>
    static BitVecExpr Whole(Context context, PackedLayout layout, AccessorCode.Words words) =>
        layout.Words.Select(word => words.Values[word.Field.Name]).Aggregate((low, high) => context.MkConcat(high, low));

    static BitVecExpr With(Context context, BitVecExpr bits, PackedField field, BitVecExpr value)
    {
        var result = context.MkExtract(field.Width - 1, 0, value);
        if (field.Least > 0) result = context.MkConcat(result, context.MkExtract(field.Least - 1, 0, bits));
        return result.SortSize == bits.SortSize ? result : context.MkConcat(context.MkExtract(bits.SortSize - 1, result.SortSize, bits), result);
    }

    static string? Overlap(PackedLayout layout)
    {
        foreach (var (a, b) in layout.Fields.OrderBy(field => field.Least).Zip(layout.Fields.OrderBy(field => field.Least).Skip(1)))
        {
            if (a.Least + a.Width > b.Least) return $"{a.Property.Name} and {b.Property.Name} share a bit";
        }

        return null;
    }
}
