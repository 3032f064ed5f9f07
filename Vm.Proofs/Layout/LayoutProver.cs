using System.Collections.Immutable;
using System.Diagnostics;
using Microsoft.Z3;
using Vm.Proofs.Export;
using Vm.Proofs.Solving;
using Vm.Vocabulary;

namespace Vm.Proofs.Layout;

/// <summary>
/// Proves the compiled accessors of packed structs against the words: each getter reads exactly the bits that the attribute names, each
/// setter writes exactly those, and no bit belongs to two fields. So the proof, which knows fields only, speaks of the real bits.
/// </summary>
static class LayoutProver
{
    /// <summary>What is claimed of the packed structs of a component.</summary>
    public static IReadOnlyList<LayoutClaim> Claims(Component component) =>
        [.. component.Assemblies.SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.IsDefined(typeof(PackedAttribute), inherit: false))
            .OrderBy(type => type.Name, StringComparer.Ordinal)
            .SelectMany(type => Claims(new PackedLayout(type), component.Program.PlaceOf(type.Name)))];

    /// <summary>What is claimed of a packed struct.</summary>
    public static IEnumerable<LayoutClaim> Claims(PackedLayout layout, SourcePlace place)
    {
        yield return Claim("apart", "no bit belongs to two fields", words => words.Context.MkBool(Overlap(layout) is null), Overlap(layout));

        foreach (var field in layout.Fields)
        {
            var width = PackedLayout.WidthOf(field.Property.PropertyType);
            yield return Claim($"{field.Property.Name}.reads", $"{field.Property.Name} is exactly its {field.Width} bits of the words", words =>
            {
                var context = words.Context;
                var read = AccessorCode.Read(context, field.Property.GetMethod!, words.Before);
                var own = context.MkExtract(field.Least + field.Width - 1, field.Least, words.Bits);
                return context.MkEq(read, context.MkZeroExt(read.SortSize - field.Width, own));
            });
            yield return Claim($"{field.Property.Name}.writes", $"setting {field.Property.Name} changes its {field.Width} bits to the value's lowest, and no other bit", words =>
            {
                var context = words.Context;
                var value = context.MkBVConst("value", width);
                var after = AccessorCode.Write(context, field.Property.SetMethod!, words.Before, context.MkZeroExt((width == 64 ? 64u : 32) - width, value));
                return context.MkEq(Whole(context, layout, after), With(context, words.Bits, field, value));
            });
        }

        LayoutClaim Claim(string clause, string sentence, Func<LayoutWords, BoolExpr> goal, string? note = null) =>
            new(layout, new Obligation(layout.Type.Name, ObligationKind.Layout, clause, sentence, place, place), goal, note);
    }

    /// <summary>Decides claims.</summary>
    public static IEnumerable<ObligationResult> Prove(IEnumerable<LayoutClaim> claims, ProofOptions options, QuestionExport? export = null)
    {
        using var session = new Z3Session();
        var context = session.Context;
        var (index, effort) = (0, 0L);
        foreach (var claim in claims)
        {
            var time = Stopwatch.StartNew();
            using var solver = session.MakeSolver(options.Seed, options.Timeout, options.ResourceLimit);
            var before = new AccessorCode.Words(claim.Layout.Words.ToImmutableSortedDictionary(
                word => word.Field.Name, word => context.MkBVConst(word.Field.Name, word.Width)));
            solver.Assert(context.MkNot(claim.Goal(new(context, before, Whole(context, claim.Layout, before)))));
            var answer = solver.Check();
            export?.Add(index++, claim.Obligation, answer, solver.ToString());
            var outcome = answer switch
            {
                Status.UNSATISFIABLE => Outcome.Proved,
                Status.SATISFIABLE => Outcome.Unknown,
                _ => Outcome.OutOfResource,
            };
            var note = claim.Note ?? outcome switch
            {
                Outcome.Unknown => $"candidate: {solver.Model}",
                Outcome.OutOfResource => solver.ReasonUnknown,
                _ => null,
            };
            var spent = effort;
            effort = Z3Solver.EffortOf(solver);
            yield return new(claim.Obligation, outcome, time.Elapsed, null, outcome == Outcome.Proved ? null : note) { Effort = effort - spent };
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
