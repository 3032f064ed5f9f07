using Vm.Vocabulary;

namespace Vm.Resident;

/// <summary><see cref="WireContract"/> without the bound on the count, of which the original says nothing.</summary>
[Contract]
[MustHold(ResidentLock.Object, "mem.Object", When = "mem.Tabled")]
[MustHold(ResidentLock.PageQueues)]
[Acquires(ResidentLock.Segment)]
[Modifies(
    "mem.WireCount", "mem.Active", "mem.Inactive", "Pages.NodeNext", "Pages.NodePrev", "Queues.First", "Queues.Last",
    "ActiveCount", "InactiveCount", "Segments.ActiveCount", "Segments.InactiveCount", "WireCount")]
public static partial class WireAsWrittenContract
{
    /// <summary>The row exists.</summary>
    [Requires("the page exists")]
    public static bool NotNull(PageId mem) => !mem.IsNull;

    /// <summary>The page is a page.</summary>
    [Requires("the page's kind agrees with its address")]
    public static bool IsWhole(ResidentState s, PageId mem) => ResidentInvariants.IsWhole(s, mem);

    /// <summary>A free page stays as it is.</summary>
    [Requires("the page is not free")]
    public static bool NotFree(ResidentState s, PageId mem) => !s.Pages[mem].Free;
}
