using System.Runtime.CompilerServices;
using Vm.Paging;
using Vm.Physical;
using Vm.Pmap;
using Vm.Resident;

namespace Vm.Machine;

/// <summary>
/// How a machine's memory is used, from frame 0 on: the kernel's page tables; a segment of the page module for the tables of programs; a
/// segment for the programs' pages, whose first frames hold the module's own tables. So programs have the same number of frames in
/// every paging mode.
/// </summary>
/// <param name="Boot">The kernel's page tables.</param>
/// <param name="Tables">The segment for page-table pages.</param>
/// <param name="Pages">The segment for programs.</param>
/// <param name="KernelPages">Pages that the kernel maps for itself.</param>
public sealed record MachineLayout(FrameRange Boot, BootSegment Tables, BootSegment Pages, int KernelPages)
{
    /// <summary>Table pages of a task beyond those that it cannot do without, and one more for so many frames of program memory.</summary>
    const int SpareTables = 8, FramesPerTable = 16;

    /// <summary>Bytes of a page descriptor.</summary>
    public static int DescriptorBytes { get; } = Unsafe.SizeOf<Page>();

    /// <summary>Bytes of a hash bucket.</summary>
    public static int BucketBytes { get; } = Unsafe.SizeOf<Bucket>();

    /// <summary>Frames of memory.</summary>
    public long Frames => (long)Pages.EndFrame;

    /// <summary>The layout of a machine.</summary>
    /// <param name="frames">Frames for programs.</param>
    /// <param name="tasks">Programs that run at once.</param>
    /// <param name="wired">Pages that each may wire.</param>
    public static MachineLayout For<TPaging>(int frames, int tasks, int wired) where TPaging : struct, IPagingMode
    {
        var tables = (tasks * (PhysicalMaps<TPaging>.FewestTables + SpareTables + (wired * (TPaging.Levels - 1)))) + (frames / FramesPerTable);
        var kernel = KernelPagesFor(frames + tables);
        var boot = new FrameRange(0, (uint)PhysicalMaps<TPaging>.BootTablesFor(kernel));
        var segment = new BootSegment(boot.End, boot.End + (ulong)tables, boot.End)
        {
            // The tables' segment gives nothing away and takes nothing: it always counts as usable.
            Targets = new FreeTargets(-1, -1, High: int.MaxValue),
        };
        return new(boot, segment, new(segment.EndFrame, segment.EndFrame + (ulong)(frames + kernel), segment.EndFrame), kernel);
    }

    /// <summary>Pages for descriptors and buckets, which describe these pages, too.</summary>
    static int KernelPagesFor(int others)
    {
        var kernel = 0;
        while (PagesOf((uint)ResidentHash.BucketsFor(others + kernel), BucketBytes) + PagesOf((uint)(others + kernel), DescriptorBytes) is var needed
            && needed > kernel)
        {
            kernel = needed;
        }

        return kernel;
    }

    static int PagesOf(uint count, int bytes) => (int)((((ulong)count * (ulong)bytes) + ResidentState.PageSize - 1) / ResidentState.PageSize);
}
