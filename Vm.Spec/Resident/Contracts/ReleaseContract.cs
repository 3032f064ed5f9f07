using Vm.Vocabulary;

namespace Vm.Resident;

/// <summary>Contract of <c>vm_page_release</c>.</summary>
[Contract]
[MustNotHold(ResidentLock.FreeQueue)]
[Acquires(ResidentLock.FreeQueue)]
[Acquires(ResidentLock.Segment)]
[Modifies(
    "mem.Free", "Pages.NodeNext", "Pages.NodePrev", "mem.Type", "Pages.Order", "FreeLists.First", "FreeLists.Size",
    "Segments.FreeCount", "AllocPaused", "LaundryCount", "ExternalLaundryCount")]
public static partial class ReleaseContract
{
    /// <summary>The row exists.</summary>
    [Requires("the page exists")]
    public static bool NotNull(PageId mem) => !mem.IsNull;

    /// <summary>The page comes back as it went out.</summary>
    [Requires("the page is of a segment, not free, and in the template state")]
    public static bool IsTemplate(ResidentState s, PageId mem) =>
        !s.Pages[mem].Free && mem.V <= s.PhysicalPages && ResidentInvariants.IsTemplate(s, mem);

    /// <summary>The page is free.</summary>
    [Ensures("the page is free")]
    public static bool IsFree(ResidentState s, PageId mem) => s.Pages[mem].Free;
}
