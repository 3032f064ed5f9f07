using Vm.Vocabulary;

namespace Vm.Resident;

/// <summary>Contract of <c>vm_page_init</c>.</summary>
[Contract]
[Owns("mem")]
[Modifies(
    "mem.Object", "mem.Offset", "mem.WireCount", "mem.Inactive", "mem.Active", "mem.Laundry", "mem.ExternalLaundry",
    "mem.Reference", "mem.External", "mem.Busy", "mem.Wanted", "mem.Tabled", "mem.Fictitious", "mem.Private", "mem.Absent", "mem.Error",
    "mem.Dirty", "mem.Precious", "mem.Overwriting", "mem.PageLock", "mem.UnlockRequest", "mem.Free")]
public static partial class InitContract
{
    /// <summary>The row exists.</summary>
    [Requires("the page exists")]
    public static bool NotNull(PageId mem) => !mem.IsNull;

    /// <summary>The page is the caller's alone.</summary>
    [Requires("the page is neither tabled, free, on a paging queue, in the laundry, nor counted as external or wired")]
    public static bool IsLoose(ResidentState s, PageId mem) =>
        !s.Pages[mem].Tabled && !s.Pages[mem].Free && !s.Pages[mem].Active && !s.Pages[mem].Inactive && !s.Pages[mem].External
        && !s.Pages[mem].Laundry && !s.Pages[mem].ExternalLaundry
        && (s.Pages[mem].WireCount == 0 || s.Pages[mem].Fictitious || s.Pages[mem].Private);

    /// <summary>Nobody sleeps on what goes away.</summary>
    [Requires("nobody waits for the page")]
    public static bool NobodyWaits(ResidentState s, PageId mem) => !s.Pages[mem].Awaited;

    /// <summary>The page is new.</summary>
    [Ensures("the page is in the template state, not fictitious, and of no object")]
    public static bool IsTemplate(ResidentState s, PageId mem) =>
        !s.Pages[mem].Free && !s.Pages[mem].Fictitious && s.Pages[mem].Object.IsNull && s.Pages[mem].Offset == 0
        && ResidentInvariants.IsTemplate(s, mem);
}
