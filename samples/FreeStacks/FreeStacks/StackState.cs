using Vm.Vocabulary;

namespace Stacks;

/// <summary>The whole state: blocks, and stacks that the free ones among them are on.</summary>
[State]
public sealed class StackState(int blocks, int stacks)
{
    public readonly Table<BlockId, Block> Blocks = new(blocks);

    public readonly Table<StackId, FreeStack> Stacks = new(stacks);
}

/// <summary>The name of a block; 0 is none.</summary>
[Handle(Nullable = true)]
public readonly record struct BlockId(uint V) : IHandle<BlockId>
{
    public static bool IsNullable => true;

    public bool IsNull => V == 0;

    public static BlockId Of(uint index) => new(index);

    public override string ToString() => IsNull ? "no block" : $"block {V}";
}

/// <summary>The name of a stack; every number is one.</summary>
[Handle]
public readonly record struct StackId(uint V) : IHandle<StackId>
{
    public static bool IsNullable => false;

    public static StackId Of(uint index) => new(index);

    public override string ToString() => $"stack {V}";
}

/// <summary>A block in eight bytes.</summary>
[Packed]
public partial struct Block
{
    /// <summary>The block below in its stack.</summary>
    [Bits(0, 0, 32)]
    public partial BlockId Below { readonly get; set; }

    /// <summary>The stack that the block is on while it is free.</summary>
    [Bits(1, 0, 16)]
    public partial StackId Stack { readonly get; set; }

    [Bits(1, 16, 1)]
    public partial bool Free { readonly get; set; }
}

/// <summary>A stack of free blocks.</summary>
[Row]
public partial struct FreeStack
{
    public BlockId Top;

    public int Count;
}

/// <summary>What holds between operations.</summary>
public static class StackInvariants
{
    [Invariant("a stack holds exactly its free blocks, each once", WholeState = true)]
    public static bool OnStack(StackState s) =>
        Spec.Chain(s.Stacks, s.Blocks,
            head: k => s.Stacks[k].Top,
            next: b => s.Blocks[b].Below,
            member: b => s.Blocks[b].Free,
            key: b => s.Blocks[b].Stack);

    [Invariant("a stack's count is the number of its free blocks", WholeState = true)]
    public static bool Count(StackState s, StackId k) =>
        s.Stacks[k].Count == Spec.Count(s.Blocks, b => s.Blocks[b].Free && s.Blocks[b].Stack == k);
}
