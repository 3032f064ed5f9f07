using Vm.Vocabulary;

namespace Stacks;

/// <summary>Stacks of free blocks, each with a count.</summary>
public sealed partial class FreeStacks<TMode>(StackState state) where TMode : struct, ICheckMode
{
    readonly StackState s = state;

    /// <summary>Frees a block.</summary>
    [Operation(typeof(PushContract))]
    void PushBody(BlockId block, StackId stack)
    {
        ref Block row = ref s.Blocks[block];
        row.Below = s.Stacks[stack].Top;
        row.Stack = stack;
        row.Free = true;
        s.Stacks[stack].Top = block;
        s.Stacks[stack].Count++;
    }

    /// <summary>Takes the block that was freed last.</summary>
    [Operation(typeof(PopContract))]
    BlockId PopBody(StackId stack)
    {
        BlockId top = s.Stacks[stack].Top;
        if (top.IsNull) return top;

        s.Stacks[stack].Top = s.Blocks[top].Below;
        s.Stacks[stack].Count--;
        s.Blocks[top].Free = false;
        return top;
    }

    /// <summary>Looks for a block on a stack.</summary>
    [Operation(typeof(HoldsContract))]
    bool HoldsBody(StackId stack, BlockId block)
    {
        BlockId at = s.Stacks[stack].Top;
        while (!at.IsNull)
        {
            Loop.Invariant(at.IsNull || (s.Blocks[at].Free && s.Blocks[at].Stack == stack));
            Loop.Invariant(Spec.ForAll(s.Blocks, b =>
                b != block || !s.Blocks[b].Free || s.Blocks[b].Stack != stack
                || (!at.IsNull && Spec.Rank(StackInvariants.OnStack, b) <= Spec.Rank(StackInvariants.OnStack, at))));
            Loop.Decreases(at.IsNull ? -1 : Spec.Rank(StackInvariants.OnStack, at));
            if (at == block) return true;
            at = s.Blocks[at].Below;
        }

        return false;
    }
}
