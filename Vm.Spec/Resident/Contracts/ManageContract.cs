using Vm.Vocabulary;

namespace Vm.Resident;

/// <summary>
/// Contract of <c>vm_page_manage</c>. The original runs before there is a second thread and takes no lock; here the lists have their
/// lock at all times, so that the rule has no exception.
/// </summary>
[Contract]
[MustNotHold(ResidentLock.FreeQueue)]
[Acquires(ResidentLock.FreeQueue)]
[Acquires(ResidentLock.Segment)]
[Owns("mem")]
[GivesUp("mem")]
[Modifies("mem.Free", "Pages.NodeNext", "Pages.NodePrev", "mem.Type", "Pages.Order", "FreeLists.First", "FreeLists.Size", "Segments.FreeCount")]
public static partial class ManageContract
{
    /// <summary>The row exists.</summary>
    [Requires("the page exists")]
    public static bool NotNull(PageId mem) => !mem.IsNull;

    /// <summary>The page was never handed out.</summary>
    [Requires("the page is of a segment, whole, reserved, not free, and in the template state")]
    public static bool IsReserved(ResidentState s, PageId mem) =>
        mem.V <= s.PhysicalPages && s.Pages[mem].Type == PageType.Reserved && !s.Pages[mem].Free
        && ResidentInvariants.IsWhole(s, mem) && ResidentInvariants.IsTemplate(s, mem);

    /// <summary>The page is free.</summary>
    [Ensures("the page is free")]
    public static bool IsFree(ResidentState s, PageId mem) => s.Pages[mem].Free;
}
