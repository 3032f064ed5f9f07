using System.Collections.Immutable;
using Microsoft.Z3;

namespace Vm.Proofs.Lemmas;

/// <summary>What compiled code has reached at an instruction, on all paths that lead there.</summary>
sealed record MachineState
{
    /// <summary>Variables and parameters of the calls in progress.</summary>
    public required ImmutableDictionary<Slot, Value> Slots { get; init; }

    /// <summary>What objects hold: <see cref="Fields"/> or <see cref="Elements"/>.</summary>
    public required ImmutableSortedDictionary<int, Value> Objects { get; init; }

    /// <summary>What memories of cells hold, by their object.</summary>
    public required ImmutableSortedDictionary<int, Cells> Memories { get; init; }

    /// <summary>The evaluation stack of the call at hand.</summary>
    public ImmutableStack<Value> Stack { get; init; } = [];

    /// <summary>The decisions that lead here from the entry of the call at hand, the first one first.</summary>
    public ImmutableList<BoolExpr> Path { get; init; } = [];
}

/// <summary>Joins what paths have reached at the same instruction.</summary>
sealed class StateJoin(BitArithmetic bits)
{
    public MachineState Join(MachineState one, MachineState other)
    {
        var common = 0;
        while (common < one.Path.Count && common < other.Path.Count && ReferenceEquals(one.Path[common], other.Path[common])) common++;
        var mine = one.Path.Skip(common).Aggregate(bits.True, bits.And);
        var others = other.Path.Skip(common).Aggregate(bits.True, bits.And);
        var path = one.Path.RemoveRange(common, one.Path.Count - common);
        var isWhole = one.Path.Count == common + 1 && other.Path.Count == common + 1 && ReferenceEquals(bits.Not(mine), others);
        if (!isWhole) path = path.Add(bits.Or(mine, others));

        return new MachineState
        {
            Slots = Join(mine, one.Slots, other.Slots),
            Objects = one.Objects.ToImmutableSortedDictionary(
                pair => pair.Key, pair => other.Objects.TryGetValue(pair.Key, out var value) ? Join(mine, pair.Value, value) : pair.Value)
                .AddRange(other.Objects.Where(pair => !one.Objects.ContainsKey(pair.Key))),
            Memories = one.Memories.ToImmutableSortedDictionary(pair => pair.Key, pair => Join(mine, pair.Value, other.Memories[pair.Key])),
            Stack = Join(mine, one.Stack, other.Stack),
            Path = path,
        };
    }

    public Value Join(BoolExpr condition, Value yes, Value no) => (yes, no) switch
    {
        _ when ReferenceEquals(yes, no) || yes.Equals(no) => yes,
        (Bits one, Bits other) when one.Width == other.Width => bits.Either(condition, one, other),
        (Fields one, Fields other) when one.Type == other.Type => one with
        {
            Values = one.Values.ToImmutableSortedDictionary(field => field.Key, field => Join(condition, field.Value, other.Values[field.Key])),
        },
        (Elements one, Elements other) when one.Length.Equals(other.Length) =>
            one with { Content = ReferenceEquals(one.Content, other.Content) ? one.Content : new Either(condition, one.Content, other.Content) },
        _ => new Opaque("different things on different paths"),
    };

    static Cells Join(BoolExpr condition, Cells yes, Cells no) =>
        ReferenceEquals(yes, no) ? yes : new EitherCells(condition, yes, no);

    ImmutableDictionary<Slot, Value> Join(BoolExpr condition, ImmutableDictionary<Slot, Value> yes, ImmutableDictionary<Slot, Value> no)
    {
        if (ReferenceEquals(yes, no)) return yes;
        var builder = yes.ToBuilder();
        foreach (var (slot, value) in yes)
        {
            if (no.TryGetValue(slot, out var other) && !ReferenceEquals(value, other)) builder[slot] = Join(condition, value, other);
        }

        return builder.ToImmutable();
    }

    ImmutableStack<Value> Join(BoolExpr condition, ImmutableStack<Value> yes, ImmutableStack<Value> no)
    {
        if (ReferenceEquals(yes, no) || yes.IsEmpty) return yes;
        return Join(condition, yes.Pop(out var one), no.Pop(out var other)).Push(Join(condition, one, other));
    }
}
