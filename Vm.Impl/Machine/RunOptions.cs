using Vm.Mmu;
using Vm.Paging;
using Vm.Pmap;

namespace Vm.Machine;

/// <summary>How a trace is run.</summary>
public sealed record RunOptions
{
    /// <summary>The most frames that can be modeled, with the page tables that they may need beside them.</summary>
    public static int MostFrames { get; } = LargestMachine(PhysicalMemory.MaxFrames);

    /// <summary>The most frames with which a machine is small enough to be written to a folder.</summary>
    public static int MostFramesToDump { get; } = LargestMachine(MachineDump.MostMemory / FourLevelPaging.PageSize);

    /// <summary>Frames that hold the program's pages; page tables have theirs in addition.</summary>
    public int Frames { get; init; } = 1024;

    /// <summary>How much the module checks.</summary>
    public Checking Mode { get; init; } = Checking.Full;

    /// <summary>In full mode, the whole catalogue of invariants is checked at every n-th operation.</summary>
    public int CheckEvery { get; init; } = 1;

    /// <summary>The folder that the machine is written to after the run, if any (<see cref="MachineDump"/>).</summary>
    public string? DumpFolder { get; init; }

    /// <summary>Told from time to time how many records have been run.</summary>
    public Action<long>? Progress { get; init; }

    /// <summary>The most frames for a program that fit, with their page tables, into a memory.</summary>
    static int LargestMachine(int memory)
    {
        var (least, most) = (1, memory);
        while (least < most)
        {
            var frames = (int)(((long)least + most + 1) / 2);
            if ((long)frames + PhysicalMap.TablesFor(frames) <= memory) least = frames;
            else most = frames - 1;
        }

        return least;
    }
}
