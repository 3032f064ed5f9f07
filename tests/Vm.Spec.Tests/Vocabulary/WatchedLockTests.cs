using Vm.Vocabulary;

namespace Vm.Tests.Vocabulary;

/// <summary>A watched lock does what a lock does, and tells who takes it.</summary>
public sealed class WatchedLockTests
{
    [LockOrder]
    enum Order { Outer, Middle, Inner }

    static readonly LockClass Outer = LockClass.Of(Order.Outer, isOfRows: false);
    static readonly LockClass Middle = LockClass.Of(Order.Middle, isOfRows: false);
    static readonly LockClass Inner = LockClass.Of(Order.Inner, isOfRows: false);

    SimpleLock outer;
    SimpleLock middle;
    SequenceLock inner;

    public WatchedLockTests()
    {
        outer.Watch(Outer);
        middle.Watch(Middle);
        inner.Watch(Inner);
    }

    [Fact]
    public void Enter_UntilDisposed_IsHeldAndListed()
    {
        using (outer.Enter())
        using (inner.Enter())
        {
            Assert.True(outer.IsHeld && inner.IsHeld);
            Assert.False(OnAnotherThread(() => outer.IsHeld || inner.IsHeld));
            Assert.True(OnAnotherThread(() => outer.IsLocked && inner.IsLocked));
            Assert.False(OnAnotherThread(() => outer.TryAcquire()));
            Assert.Equal([Outer, Inner], HeldLocks.OfThisThread.Select(held => held.Class));
        }

        Assert.False(outer.IsLocked || inner.IsLocked);
        Assert.Empty(HeldLocks.OfThisThread);
    }

    /// <summary>A watched lock knows its owner in any mode.</summary>
    [Fact]
    public void Enter_WhereLocksAreNotChecked_IsHeldAndListed()
    {
        using (outer.Enter<Off>())
        using (inner.Enter<Off>())
        {
            Assert.True(outer.IsHeld && inner.IsHeld);
            Assert.Equal([Outer, Inner], HeldLocks.OfThisThread.Select(held => held.Class));
            Assert.Contains("class Outer", Assert.Throws<CheckFailedException>(() => outer.Enter<Off>()).Sentence, StringComparison.Ordinal);
        }

        Assert.False(outer.IsLocked || inner.IsLocked);
        Assert.Empty(HeldLocks.OfThisThread);
    }

    [Fact]
    public void Acquire_Twice_IsRefusedByItsClass()
    {
        using var held = outer.Enter();
        Assert.Contains("class Outer", Assert.Throws<CheckFailedException>(() => outer.Acquire()).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Release_ByStranger_IsRefusedByItsClass()
    {
        using var held = outer.Enter();
        var failure = OnAnotherThread(() => Assert.Throws<CheckFailedException>(() => outer.Release()));
        Assert.Equal("LockHeld", failure.Clause);
        Assert.Contains("class Outer", failure.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Acquire_AgainstTheOrder_IsRefusedWithBothStacks()
    {
        using (outer.Enter()) TakeMiddle();
        using var held = middle.Enter();
        var failure = Assert.Throws<CheckFailedException>(TakeOuter);

        Assert.Equal("LockOrder", failure.Clause);
        Assert.Equal("Outer is taken before Middle, not while Middle is held", failure.Sentence);
        Assert.Contains(nameof(TakeOuter), failure.Details, StringComparison.Ordinal);
        Assert.Contains(nameof(TakeMiddle), failure.Details, StringComparison.Ordinal);
        Assert.False(outer.IsLocked);
    }

    [Fact]
    public void TryAcquire_AgainstTheOrder_IsAllowedBecauseItDoesNotWait()
    {
        using var held = middle.Enter();
        Assert.True(outer.TryAcquire());
        outer.Release();
    }

    [Fact]
    public void Edges_OfWhatWasTaken_AreInOrderAndWithoutACycle()
    {
        using (outer.Enter())
        using (inner.Enter())
        {
        }

        var edges = LockOrderGraph.Edges(typeof(Order));
        Assert.Contains(edges, edge => (edge.Outer, edge.Inner) == ("Outer", "Inner") && edge.Place.Contains("WatchedLockTests.cs(", StringComparison.Ordinal));
        Assert.Empty(LockOrderGraph.Cycle(edges));
    }

    [Fact]
    public void Cycle_OfThreeClasses_IsFound()
    {
        LockOrderEdge[] edges = [Edge("A", "B"), Edge("B", "C"), Edge("C", "B"), Edge("A", "A"), Edge("C", "D"), Edge("D", "E")];
        Assert.Equal(["B", "C"], LockOrderGraph.Cycle(edges).Order());
    }

    [Fact]
    public void Read_NobodyInBetween_Counts()
    {
        var read = inner.BeginRead();
        Assert.False(read.IsStale);
        using (inner.Enter()) Assert.True(read.IsStale);
        Assert.True(read.IsStale);
        Assert.False(inner.BeginRead().IsStale);
    }

    [Fact]
    public void Read_OfAComponent_CountsOnlyInModesThatCheckLocks()
    {
        Assert.False(inner.BeginRead<Locks>().IsStale);
        Assert.True(inner.BeginRead<Off>().IsStale);
    }

    [Fact]
    public void Read_WhileItIsHeld_IsStale()
    {
        using var held = inner.Enter();
        Assert.True(inner.BeginRead().IsStale);
    }

    [Fact]
    public void Watch_HeldLocks_AreHeldStill()
    {
        (SimpleLock simple, SequenceLock sequence) = (default, default);
        simple.Acquire();
        simple.Watch(Outer);
        Assert.True(simple.IsHeld);
        simple.Release();
        Assert.False(simple.IsLocked);
        sequence.Watch(Inner);
        using (sequence.Enter()) Assert.True(sequence.IsHeld);
        Assert.False(sequence.IsLocked);
    }

    [Fact]
    public void Acquire_FromFourThreads_ExcludesEachOther()
    {
        const int rounds = 5_000;
        var counter = 0;
        var threads = Enumerable.Range(0, 4).Select(_ => new Thread(() =>
        {
            for (var i = 0; i < rounds; i++)
            {
                using (outer.Enter())
                using (inner.Enter()) counter++;
            }
        })).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        Assert.Equal(4 * rounds, counter);
    }

    void TakeMiddle()
    {
        using (middle.Enter())
        {
        }
    }

    void TakeOuter()
    {
        using (outer.Enter())
        {
        }
    }

    static LockOrderEdge Edge(string outer, string inner) => new(outer, inner, "");

    static T OnAnotherThread<T>(Func<T> question)
    {
        T answer = default!;
        var thread = new Thread(() => answer = question());
        thread.Start();
        thread.Join();
        return answer;
    }
}
