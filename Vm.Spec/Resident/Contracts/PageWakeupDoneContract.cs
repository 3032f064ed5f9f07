using Vm.Vocabulary;

namespace Vm.Resident;

/// <summary>Contract of <c>PAGE_WAKEUP_DONE</c>.</summary>
[Contract]
[MustHold(ResidentLock.Object, "mem.Object", When = "mem.Tabled")]
[Owns("mem", Unless = "mem.Tabled")]
[Modifies("mem.Busy", "mem.Wanted", "mem.Awaited")]
public static partial class PageWakeupDoneContract
{
    /// <summary>The row exists.</summary>
    [Requires("the page exists")]
    public static bool NotNull(PageId mem) => !mem.IsNull;

    /// <summary>A free page stays as it is.</summary>
    [Requires("the page is not free")]
    public static bool NotFree(ResidentState s, PageId mem) => !s.Pages[mem].Free;

    /// <summary>The page can be used.</summary>
    [Ensures("the page is not busy, nobody waits for it, and it is not wanted")]
    public static bool IsDone(ResidentState s, PageId mem) =>
        !s.Pages[mem].Busy && !s.Pages[mem].Wanted && !s.Pages[mem].Awaited;
}
