namespace Vm.Physical;

/// <summary>A range of physical memory as the boot loader reports it (<c>struct vm_page_boot_seg</c>, given to
/// <c>vm_page_load</c> and <c>vm_page_load_heap</c>).</summary>
/// <param name="StartFrame">First frame of the segment.</param>
/// <param name="EndFrame">One past the last frame.</param>
/// <param name="AvailableFrame">First frame that the boot loader left free.</param>
public sealed record BootSegment(ulong StartFrame, ulong EndFrame, ulong AvailableFrame)
{
    /// <summary>What numbers of its free pages mean, in place of <see cref="BootOptions.Targets"/>.</summary>
    public FreeTargets? Targets { get; init; }

    /// <summary>Number of frames (<c>vm_page_boot_seg_size</c>, <c>vm_page_seg_size</c>).</summary>
    public int Size => checked((int)(EndFrame - StartFrame));
}
