using Vm.Vocabulary;

namespace Stacks;

[Contract]
[Modifies("block.Free", "block.Stack", "block.Below", "stack.Top", "stack.Count")]
public static partial class PushContract
{
    [Requires("the block exists and is in use")]
    public static bool IsUsed(StackState s, BlockId block) => !block.IsNull && !s.Blocks[block].Free;

    [Ensures("the block is free, on top of the stack")]
    public static bool IsOnTop(StackState s, BlockId block, StackId stack) =>
        s.Blocks[block].Free && s.Blocks[block].Stack == stack && s.Stacks[stack].Top == block;
}

[Contract]
[Modifies("stack.Top.Free", "stack.Top", "stack.Count")]
public static partial class PopContract
{
    [Ensures("the result was free on the stack and no longer is; there is none if the stack was empty")]
    public static bool IsTaken(StackState s, StackId stack) =>
        Spec.Result<BlockId>() == Spec.Old(s.Stacks[stack].Top)
        && (Spec.Result<BlockId>().IsNull || !s.Blocks[Spec.Result<BlockId>()].Free);
}

[Contract]
public static partial class HoldsContract
{
    [Ensures("the result says whether the block is free on the stack")]
    public static bool TellsWhether(StackState s, StackId stack, BlockId block) =>
        Spec.Result<bool>() == (!block.IsNull && s.Blocks[block].Free && s.Blocks[block].Stack == stack);
}
