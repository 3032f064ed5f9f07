using Vm.Mmu;

namespace Vm.Pmap;

/// <summary>The frames that boot set aside for page tables.</summary>
sealed class TablePool
{
    readonly PhysicalMemory memory;
    readonly Stack<uint> free;

    public TablePool(PhysicalMemory memory, FrameRange frames)
    {
        this.memory = memory;
        free = new Stack<uint>(frames.Count);
        for (var frame = frames.End; frame > frames.Start; frame--) free.Push(frame - 1);
    }

    public int Free => free.Count;

    /// <summary>A table of entries that are not present.</summary>
    public uint Take()
    {
        var frame = free.Pop();
        memory.Frame(frame).Clear();
        return frame;
    }

    public void Return(uint frame) => free.Push(frame);
}
