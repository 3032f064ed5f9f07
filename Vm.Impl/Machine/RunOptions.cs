using Vm.Mmu;
using Vm.Paging;

namespace Vm.Machine;

/// <summary>How traces are run.</summary>
public sealed record RunOptions
{
    /// <summary>The most frames for programs; page tables and the module's own tables have the rest of what is modeled.</summary>
    public static int MostFrames => PhysicalMemory.MaxFrames / 2;

    /// <summary>The fewest frames with which a program can be forked: a page and its copy, and some to choose from.</summary>
    public const int FewestFramesToFork = 4;

    /// <summary>The most processors.</summary>
    public const int MostProcessors = 64;

    /// <summary>Frames that hold the programs' pages; page tables have theirs in addition.</summary>
    public int Frames { get; init; } = 1024;

    /// <summary>How the machine pages.</summary>
    public PagingMode Paging { get; init; } = PagingMode.X86_64;

    /// <summary>How much the module checks.</summary>
    public Checking Mode { get; init; } = Checking.Full;

    /// <summary>In full mode, the whole catalogue of invariants is checked at every n-th operation.</summary>
    public int CheckEvery { get; init; } = 1;

    /// <summary>Each program is forked after so many records, and both go on with what follows; 0 for never.</summary>
    public int ForkAfter { get; init; }

    /// <summary>Pages that are fetched and never written are a file's, and shared by the tasks that run the same program.</summary>
    public bool SharesText { get; init; }

    /// <summary>Each program wires so many pages, those that it uses first.</summary>
    public int Wire { get; init; }

    /// <summary>Processors; each program stays on one, and one access is made at a time.</summary>
    public int Processors { get; init; } = 1;

    /// <summary>The folder that the machine is written to after the run, if any (<see cref="MachineDump"/>).</summary>
    public string? DumpFolder { get; init; }

    /// <summary>Told from time to time how many records have been run.</summary>
    public Action<long>? Progress { get; init; }

    /// <summary>Frames of memory that the machine has for a number of programs.</summary>
    public long MemoryFor(int programs)
    {
        var tasks = ForkAfter > 0 ? 2 * programs : programs;
        return Paging switch
        {
            PagingMode.I386 => MachineLayout.For<I386Paging>(Frames, tasks, Wire).Frames,
            PagingMode.Pae => MachineLayout.For<PaePaging>(Frames, tasks, Wire).Frames,
            _ => MachineLayout.For<FourLevelPaging>(Frames, tasks, Wire).Frames,
        };
    }

    /// <summary>Why a number of programs cannot be run like this; null if they can.</summary>
    public string? Refusal(int programs)
    {
        if (Frames > MostFrames) return $"the machine has at most {MostFrames} frames for programs";
        if (ForkAfter > 0 && Frames < FewestFramesToFork) return $"a program is forked with at least {FewestFramesToFork} frames";
        if (Processors is < 1 or > MostProcessors) return $"the machine has 1 to {MostProcessors} processors";
        if (Wire > 0 && (long)programs * Wire >= Frames) return $"{programs} times {Wire} wired pages leave none of {Frames} frames to page with";
        if (MemoryFor(programs) > PhysicalMemory.MaxFrames) return "the machine would have more memory than is modeled; run it with fewer frames";
        if (DumpFolder is not null && MemoryFor(programs) * IPagingMode.PageSize > MachineDump.MostMemory)
            return $"a machine that is written to a folder has at most {MachineDump.MostMemory >> 20} MiB; run it with fewer frames";
        return null;
    }
}
