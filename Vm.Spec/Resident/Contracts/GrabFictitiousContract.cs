using Vm.Vocabulary;

namespace Vm.Resident;

/// <summary>Contract of <c>vm_page_grab_fictitious</c>.</summary>
[Contract]
[MustNotHold(ResidentLock.FreeQueue)]
[Acquires(ResidentLock.FreeQueue)]
[ReturnsOwned]
[Modifies("Pages.Free", "FreeLists.First", "FreeLists.Size", "FictitiousCount")]
public static partial class GrabFictitiousContract
{
    /// <summary>A page handed out is nobody else's.</summary>
    [Ensures("a page that is handed out is fictitious, no longer free, and in the template state")]
    public static bool IsFresh(ResidentState s) =>
        Spec.Result<PageId>().IsNull
        || (!s.Pages[Spec.Result<PageId>()].Free && s.Pages[Spec.Result<PageId>()].Fictitious
            && ResidentInvariants.IsWhole(s, Spec.Result<PageId>())
            && ResidentInvariants.IsTemplate(s, Spec.Result<PageId>()));

    /// <summary>Nothing comes only from nothing.</summary>
    [Ensures("if the list of free fictitious pages was not empty, its first page is handed out")]
    public static bool IsFirst(ResidentState s) =>
        Spec.Result<PageId>() == Spec.Old(s.FreeLists[FreeLists.Fictitious()].First);

    /// <summary>The list's count.</summary>
    [Ensures("the list of free fictitious pages is shorter by the page that is handed out")]
    public static bool OneFewer(ResidentState s) =>
        s.FreeLists[FreeLists.Fictitious()].Size
        == Spec.Old(s.FreeLists[FreeLists.Fictitious()].Size) - (Spec.Result<PageId>().IsNull ? 0 : 1);
}
