using Vm.Vocabulary;

namespace Vm.Tests.Vocabulary;

public sealed class SpecTests
{
    // Row i of a toy list table: its successor, whether it is a member, its list. Row 0 is null.
    readonly record struct Row(uint V);

    static bool IsChain(uint[] heads, uint[] next, bool[] member, uint[] list) =>
        Spec.Chain(
            Enumerable.Range(0, heads.Length).Select(i => new Row((uint)i)),
            Enumerable.Range(1, next.Length - 1).Select(i => new Row((uint)i)),
            head: h => new Row(heads[h.V]), next: r => new Row(next[r.V]),
            member: r => member[r.V], key: r => new Row(list[r.V]));

    [Fact]
    public void Chain_ExactWalk_Holds() =>
        Assert.True(IsChain([3, 0], [0, 0, 0, 1], [false, true, false, true], [0, 0, 0, 0]));

    [Fact]
    public void Chain_MemberNotReached_Fails() =>
        Assert.False(IsChain([3, 0], [0, 0, 0, 0], [false, true, false, true], [0, 0, 0, 0]));

    [Fact]
    public void Chain_StrangerReached_Fails() =>
        Assert.False(IsChain([3, 0], [0, 2, 0, 1], [false, true, false, true], [0, 0, 0, 0]));

    [Fact]
    public void Chain_WrongList_Fails() =>
        Assert.False(IsChain([3, 0], [0, 0, 0, 1], [false, true, false, true], [0, 1, 0, 0]));

    [Fact]
    public void Chain_Cycle_FailsAndEnds() =>
        Assert.False(IsChain([3, 0], [0, 3, 0, 1], [false, true, false, true], [0, 0, 0, 0]));

    static bool IsQueue(uint first, uint last, uint[] next, uint[] prev) =>
        Spec.Queue(
            [new Row(0)], Enumerable.Range(1, next.Length - 1).Select(i => new Row((uint)i)),
            first: _ => new Row(first), last: _ => new Row(last),
            next: r => new Row(next[r.V]), prev: r => new Row(prev[r.V]),
            member: _ => true, key: _ => new Row(0));

    [Fact]
    public void Queue_MirroredLinks_Holds() => Assert.True(IsQueue(1, 3, [0, 2, 3, 0], [0, 0, 1, 2]));

    [Fact]
    public void Queue_BackLinkNotRepaired_Fails() => Assert.False(IsQueue(1, 3, [0, 2, 3, 0], [0, 0, 0, 2]));

    [Fact]
    public void Queue_LastNotLast_Fails() => Assert.False(IsQueue(1, 2, [0, 2, 3, 0], [0, 0, 1, 2]));

    [Fact]
    public void Unique_SameKeyTwice_Fails()
    {
        Assert.True(Spec.Unique([1, 2, 3], _ => true, row => row));
        Assert.False(Spec.Unique([1, 2, 3], _ => true, row => row / 2));
        Assert.True(Spec.Unique([1, 2, 3], row => row != 3, row => row / 2));
    }

    [Fact]
    public void Quantifiers_OverEmptyTable_AreTrueFalseAndZero()
    {
        Assert.True(Spec.ForAll(Array.Empty<int>(), _ => false));
        Assert.False(Spec.Exists(Array.Empty<int>(), _ => true));
        Assert.Equal(0, Spec.Count(Array.Empty<int>(), _ => true));
    }

    [Fact]
    public void ProofOnlyWords_AtRunTime_Throw()
    {
        Assert.Throws<InvalidOperationException>(() => Spec.Old(1));
        Assert.Throws<InvalidOperationException>(() => Spec.Result<int>());
        Assert.Throws<InvalidOperationException>(() => Spec.Rank(IsQueue, 1));
        Assert.Throws<InvalidOperationException>(() => new GhostSet<Row>().Contains(default));
    }
}
