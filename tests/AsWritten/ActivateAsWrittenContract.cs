using Vm.Vocabulary;

namespace Vm.Resident;

/// <summary><see cref="ActivateContract"/> with what the original asserts: the page names an object.</summary>
[Contract]
[MustHold(ResidentLock.PageQueues)]
[Acquires(ResidentLock.Segment)]
[Modifies(
    "mem.Active", "mem.Inactive", "mem.Reference", "Pages.NodeNext", "Pages.NodePrev", "Queues.First", "Queues.Last",
    "ActiveCount", "InactiveCount", "Segments.ActiveCount", "Segments.InactiveCount")]
public static partial class ActivateAsWrittenContract
{
    /// <summary>The row exists.</summary>
    [Requires("the page exists")]
    public static bool NotNull(PageId mem) => !mem.IsNull;

    /// <summary>What is asserted.</summary>
    [Requires("the page is whole, not free, and names an object")]
    public static bool NamesObject(ResidentState s, PageId mem) =>
        ResidentInvariants.IsWhole(s, mem) && !s.Pages[mem].Free && !s.Pages[mem].Object.IsNull;
}
