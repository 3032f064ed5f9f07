using Vm.Mmu;
using Vm.Pmap;

namespace Vm.Machine;

/// <summary>How a trace is run.</summary>
public sealed record RunOptions
{
    /// <summary>The most frames that can be modeled, with the page tables that they may need beside them.</summary>
    public static int MostFrames { get; } = LargestMachine();

    /// <summary>Frames that hold the program's pages; page tables have theirs in addition.</summary>
    public int Frames { get; init; } = 1024;

    /// <summary>How much the module checks.</summary>
    public Checking Mode { get; init; } = Checking.Full;

    /// <summary>In full mode, the whole catalogue of invariants is checked at every n-th operation.</summary>
    public int CheckEvery { get; init; } = 1;

    /// <summary>Told from time to time how many records have been run.</summary>
    public Action<long>? Progress { get; init; }

    static int LargestMachine()
    {
        var frames = PhysicalMemory.MaxFrames;
        while (frames + PhysicalMap.TablesFor(frames) > PhysicalMemory.MaxFrames) frames /= 2;
        return frames;
    }
}
