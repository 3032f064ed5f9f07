namespace Vm.Resident;

/// <summary>
/// Which memory an allocation may take: that of the selected segment, or of those below it. A segment that is not there is an
/// alias of the last one.
/// </summary>
public static class Selector
{
    /// <summary>Memory that every device reaches (<c>VM_PAGE_SEL_DMA</c>).</summary>
    public const uint Dma = 0;

    /// <summary>Memory that devices with 32 address lines reach (<c>VM_PAGE_SEL_DMA32</c>).</summary>
    public const uint Dma32 = 1;

    /// <summary>Memory that the kernel reaches directly (<c>VM_PAGE_SEL_DIRECTMAP</c>).</summary>
    public const uint DirectMap = 2;

    /// <summary>All memory (<c>VM_PAGE_SEL_HIGHMEM</c>).</summary>
    public const uint HighMem = 3;
}
