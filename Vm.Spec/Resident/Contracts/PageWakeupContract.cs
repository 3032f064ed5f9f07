using Vm.Vocabulary;

namespace Vm.Resident;

/// <summary>Contract of <c>PAGE_WAKEUP</c>.</summary>
[Contract]
[MustHold(ResidentLock.Object, "mem.Object", When = "mem.Tabled")]
[Owns("mem", Unless = "mem.Tabled")]
[Modifies("mem.Wanted", "mem.Awaited")]
public static partial class PageWakeupContract
{
    /// <summary>The row exists.</summary>
    [Requires("the page exists")]
    public static bool NotNull(PageId mem) => !mem.IsNull;

    /// <summary>All are awake.</summary>
    [Ensures("nobody waits for the page, and it is not wanted")]
    public static bool NobodyWaits(ResidentState s, PageId mem) => !s.Pages[mem].Wanted && !s.Pages[mem].Awaited;
}
