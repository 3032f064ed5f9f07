using Vm.Paging;
using Vm.Resident;

namespace Vm.Pmap;

/// <summary>
/// The steps by which the pmap changes entries that map pages. Nothing else writes them but the processor, which sets A and D.
/// </summary>
static class EntrySteps
{
    /// <summary>The value of an entry's available bits that marks a wired mapping (<c>INTEL_PTE_WIRED</c>).</summary>
    const byte WiredMark = 1;

    /// <summary>The entry that maps a page of 4 KiB.</summary>
    /// <param name="frame">The physical frame.</param>
    /// <param name="protection">What is allowed, at least one right. What is mapped can be read; fetches can be forbidden where the mode has a bit for it.</param>
    /// <param name="user">The page is a program's, and not the kernel's, which is mapped in all address spaces.</param>
    /// <param name="wired">The mapping is to stay.</param>
    public static PageTableEntry Map<TPaging>(uint frame, Protection protection, bool user, bool wired) where TPaging : struct, IPagingMode =>
        new()
        {
            Present = true,
            Writable = (protection & Protection.Write) != 0,
            NoExecute = TPaging.HasNoExecute && (protection & Protection.Execute) == 0,
            User = user,
            Global = !user,
            Frame = frame,
            Available = wired ? WiredMark : (byte)0,
        };

    /// <summary>The entry without the rights that are not in a protection, which has the right to read.</summary>
    public static PageTableEntry Lower<TPaging>(PageTableEntry entry, Protection protection) where TPaging : struct, IPagingMode
    {
        if ((protection & Protection.Write) == 0) entry.Writable = false;
        if (TPaging.HasNoExecute && (protection & Protection.Execute) == 0) entry.NoExecute = true;
        return entry;
    }

    /// <summary>The entry that maps nothing.</summary>
    public static PageTableEntry Unmap() => default;

    /// <summary>The entry with what the processor has noted in another entry for the same frame.</summary>
    public static PageTableEntry KeepNoted(PageTableEntry entry, PageTableEntry noted)
    {
        entry.Accessed |= noted.Accessed;
        entry.Dirty |= noted.Dirty;
        return entry;
    }

    /// <summary>The entry without what the processor has noted in it, as far as asked for.</summary>
    public static PageTableEntry ForgetNoted(PageTableEntry entry, FrameAttributes attributes)
    {
        if ((attributes & FrameAttributes.Referenced) != 0) entry.Accessed = false;
        if ((attributes & FrameAttributes.Modified) != 0) entry.Dirty = false;
        return entry;
    }

    /// <summary>The entry, wired or not.</summary>
    public static PageTableEntry Wire(PageTableEntry entry, bool wired)
    {
        entry.Available = wired ? WiredMark : (byte)0;
        return entry;
    }

    /// <summary>Whether an entry's mapping is wired.</summary>
    public static bool IsWired(PageTableEntry entry) => entry is { Present: true, Available: WiredMark };

    /// <summary>What the processor has noted in an entry.</summary>
    public static FrameAttributes Noted(PageTableEntry entry) =>
        (entry.Accessed ? FrameAttributes.Referenced : FrameAttributes.None)
        | (entry.Dirty ? FrameAttributes.Modified : FrameAttributes.None);
}
