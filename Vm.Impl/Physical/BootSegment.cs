namespace Vm.Physical;

/// <summary>A range of physical memory as the boot loader reports it (<c>vm_page_load</c>, <c>vm_page_load_heap</c>).</summary>
/// <param name="StartFrame">First frame of the segment.</param>
/// <param name="EndFrame">One past the last frame.</param>
/// <param name="AvailableFrame">First frame that is free; the ones below were taken at boot.</param>
public sealed record BootSegment(uint StartFrame, uint EndFrame, uint AvailableFrame)
{
    /// <summary>Number of frames.</summary>
    public int Size => checked((int)(EndFrame - StartFrame));
}
