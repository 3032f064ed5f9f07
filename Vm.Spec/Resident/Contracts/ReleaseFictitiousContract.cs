using Vm.Vocabulary;

namespace Vm.Resident;

/// <summary>Contract of <c>vm_page_release_fictitious</c>.</summary>
[Contract]
[MustNotHold(ResidentLock.FreeQueue)]
[Acquires(ResidentLock.FreeQueue)]
[Owns("mem")]
[GivesUp("mem")]
[Modifies("mem.Free", "mem.NodeNext", "FreeLists.First", "FreeLists.Size", "FictitiousCount")]
public static partial class ReleaseFictitiousContract
{
    /// <summary>The row exists.</summary>
    [Requires("the page exists")]
    public static bool NotNull(PageId mem) => !mem.IsNull;

    /// <summary>The page comes back as it went out.</summary>
    [Requires("the page is fictitious, has the fictitious address, is not free, and in the template state")]
    public static bool IsTemplate(ResidentState s, PageId mem) =>
        !s.Pages[mem].Free && s.Pages[mem].Fictitious && s.Pages[mem].Frame == Page.FictitiousFrame
        && ResidentInvariants.IsTemplate(s, mem);

    /// <summary>The page is free.</summary>
    [Ensures("the page is free")]
    public static bool IsFree(ResidentState s, PageId mem) => s.Pages[mem].Free;

    /// <summary>The list's count.</summary>
    [Ensures("the list of free fictitious pages is longer by one")]
    public static bool OneMore(ResidentState s) =>
        s.FreeLists[FreeLists.Fictitious()].Size == Spec.Old(s.FreeLists[FreeLists.Fictitious()].Size) + 1;
}
