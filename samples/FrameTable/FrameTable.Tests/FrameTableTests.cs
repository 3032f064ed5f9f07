using Samples;
using Vm.Proofs;
using Vm.Vocabulary;

namespace Frames.Tests;

public sealed class FrameTableTests
{
    static readonly FrameId first = new(1);

    readonly FrameState state = new(frames: 2);
    readonly FrameTable<Full> table;

    public FrameTableTests() => table = new(state);

    [Fact]
    public void Life_OfAFrame()
    {
        (string, Func<IDescribed>) row = ("frame 1", () => state.Frames[first]);
        using (state.Frames[first].Lock.Enter())
        {
            new Snapshot()
                .Step("taken", () => table.Take(first), row)
                .Step("shared", () => table.Share(first), row)
                .Step("written to", () => state.Frames[first].Dirty = true, row)
                .Step("one user gives it back", () => Assert.False(table.Release(first)), row)
                .Step("the other one, too: it is clean again", () => Assert.True(table.Release(first)), row)
                .Verify();
        }
    }

    [Fact]
    public void Share_WithoutTheLock_IsStopped()
    {
        using (state.Frames[first].Lock.Enter()) table.Take(first);

        var stop = Assert.Throws<CheckFailedException>(() => table.Share(first));
        Assert.Equal("MustHold(Frame, frame)", stop.Clause);
    }

    [Fact]
    public void ReleaseCountingEach_WhenShared_IsStoppedByTheInvariant()
    {
        using (state.Frames[first].Lock.Enter())
        {
            table.Take(first);
            table.Share(first);

            var stop = Assert.Throws<CheckFailedException>(() => table.ReleaseCountingEach(first));
            Assert.Equal("InUseCount", stop.Clause);
        }
    }

    /// <summary>What the test above needs a lucky sequence of calls for, the proof finds by itself, and runs.</summary>
    [Fact]
    public void ReleaseCountingEach_IsRefuted_ByAStateThatWasRun()
    {
        var broken = Assert.Single(Prover.Refute(Component.Load(typeof(FrameTable<>).Assembly), new ProofOptions()));

        Assert.Equal("ReleaseCountingEach", broken.Operation);
        var counterexample = broken.Refutation!.Counterexample!;
        Assert.True(counterexample.Executed, counterexample.Note);
        Assert.Equal("InUseCount", counterexample.ViolatedClause);
        Assert.Contains("References", counterexample.Table);
    }
}
