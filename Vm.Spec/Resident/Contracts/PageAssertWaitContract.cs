using Vm.Vocabulary;

namespace Vm.Resident;

/// <summary>Contract of <c>PAGE_ASSERT_WAIT</c>.</summary>
[Contract]
[MustHold(ResidentLock.Object, "mem.Object", When = "mem.Tabled")]
[Owns("mem", Unless = "mem.Tabled")]
[Modifies("mem.Wanted", "mem.Awaited")]
public static partial class PageAssertWaitContract
{
    /// <summary>The row exists.</summary>
    [Requires("the page exists")]
    public static bool NotNull(PageId mem) => !mem.IsNull;

    /// <summary>There is something to wait for.</summary>
    [Requires("the page is not free")]
    public static bool NotFree(ResidentState s, PageId mem) => !s.Pages[mem].Free;

    /// <summary>Who is done with the page will wake the thread.</summary>
    [Ensures("the page is wanted, and a thread waits for it")]
    public static bool IsWanted(ResidentState s, PageId mem) => s.Pages[mem].Wanted && s.Pages[mem].Awaited;
}
