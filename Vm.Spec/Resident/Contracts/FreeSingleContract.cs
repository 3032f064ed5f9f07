using Vm.Vocabulary;

namespace Vm.Resident;

/// <summary>Contract of <c>vm_page_free_pa</c> for a single page.</summary>
[Contract]
[MustHold(ResidentLock.FreeQueue)]
[Acquires(ResidentLock.Segment)]
[Owns("mem")]
[GivesUp("mem")]
[Modifies(
    "mem.Free", "Pages.NodeNext", "Pages.NodePrev", "mem.Type", "Pages.Order", "FreeLists.First", "FreeLists.Size", "Segments.FreeCount", "AllocPaused")]
public static partial class FreeSingleContract
{
    /// <summary>The row exists.</summary>
    [Requires("the page exists")]
    public static bool NotNull(PageId mem) => !mem.IsNull;

    /// <summary>The page comes back as it went out.</summary>
    [Requires("the page is of a segment, whole, not free, and in the template state")]
    public static bool IsTemplate(ResidentState s, PageId mem) =>
        !s.Pages[mem].Free && mem.V <= s.PhysicalPages && ResidentInvariants.IsWhole(s, mem) && ResidentInvariants.IsTemplate(s, mem);

    /// <summary>The page is free.</summary>
    [Ensures("the page is free")]
    public static bool IsFree(ResidentState s, PageId mem) => s.Pages[mem].Free;
}
