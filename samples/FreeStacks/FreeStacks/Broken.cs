using Vm.Vocabulary;

namespace Stacks;

public sealed partial class FreeStacks<TMode>
{
    /// <summary>Takes a block, broken: the proof must refute it.</summary>
    [Operation(typeof(PopContract)), Mutant("leaves the block on the stack")]
    BlockId PopLeavingBody(StackId stack)
    {
        BlockId top = s.Stacks[stack].Top;
        if (top.IsNull) return top;

        s.Stacks[stack].Count--;
        s.Blocks[top].Free = false;
        return top;
    }
}
