using Samples;
using Vm.Proofs;
using Vm.Vocabulary;

namespace Stacks.Tests;

public sealed class FreeStacksTests
{
    static readonly BlockId first = new(1), second = new(2);
    static readonly StackId stack = new(0);

    readonly StackState state = new(blocks: 3, stacks: 2);
    readonly FreeStacks<Full> stacks;

    public FreeStacksTests() => stacks = new(state);

    [Fact]
    public void Blocks_ComeAndGo()
    {
        (string, Func<IDescribed>)[] rows =
        [
            ("stack 0", () => state.Stacks[stack]), ("block 1", () => state.Blocks[first]), ("block 2", () => state.Blocks[second]),
        ];
        new Snapshot()
            .Step("block 1 is freed", () => stacks.Push(first, stack), rows)
            .Step("block 2 is freed", () => stacks.Push(second, stack), rows)
            .Step("a block is taken: the one that was freed last", () => Assert.Equal(second, stacks.Pop(stack)), rows)
            .Verify();
    }

    [Fact]
    public void Holds_FindsWhatIsFree()
    {
        stacks.Push(first, stack);

        Assert.True(stacks.Holds(stack, first));
        Assert.False(stacks.Holds(stack, second));
        Assert.False(stacks.Holds(new StackId(1), first));
    }

    [Fact]
    public void PopLeaving_IsRefuted_ByAStateThatWasRun()
    {
        var broken = Assert.Single(Prover.Refute(Component.Load(typeof(FreeStacks<>).Assembly), new ProofOptions()));

        Assert.Equal("PopLeaving", broken.Operation);
        var counterexample = broken.Refutation!.Counterexample!;
        Assert.True(counterexample.Executed, counterexample.Note);
        Assert.Equal("OnStack", counterexample.ViolatedClause);
    }
}
