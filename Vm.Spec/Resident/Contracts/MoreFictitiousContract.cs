using Vm.Vocabulary;

namespace Vm.Resident;

/// <summary>Contract of <c>vm_page_more_fictitious</c>.</summary>
[Contract]
[MustNotHold(ResidentLock.FreeQueue)]
[Acquires(ResidentLock.FreeQueue)]
[Modifies(
    "Pages.Object", "Pages.Offset", "Pages.WireCount", "Pages.Inactive", "Pages.Active", "Pages.Laundry", "Pages.ExternalLaundry",
    "Pages.Reference", "Pages.External", "Pages.Busy", "Pages.Wanted", "Pages.Tabled", "Pages.Fictitious", "Pages.Private", "Pages.Absent",
    "Pages.Error", "Pages.Dirty", "Pages.Precious", "Pages.Overwriting", "Pages.PageLock", "Pages.UnlockRequest", "Pages.Free",
    "Pages.Frame", "Pages.NodeNext", "FreeLists.First", "FreeLists.Size", "FictitiousCount")]
public static partial class MoreFictitiousContract
{
    /// <summary>Page structures that are made at a time (<c>vm_page_fictitious_quantum</c>).</summary>
    public const int Quantum = 5;

    /// <summary>So many more.</summary>
    [Ensures("there are five more free fictitious pages")]
    public static bool HasMore(ResidentState s) => s.FictitiousCount == Spec.Old(s.FictitiousCount) + Quantum;
}
