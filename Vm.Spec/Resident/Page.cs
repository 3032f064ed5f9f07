using Vm.Vocabulary;

namespace Vm.Resident;

/// <summary>
/// A page descriptor (<c>struct vm_page</c>), 48 bytes.
/// <para>
/// (O) is the lock of the object that the page belongs to, (P) the page queues lock. Two letters: both to write, either
/// to read. A page that belongs to no object and is on no list is owned by whoever holds it, and needs no lock. Bits
/// that share a word share their writers' lock, because a store to one rewrites all; so the bits marked (P) and those
/// marked (O), which the original packs together, are two words here.
/// </para>
/// <code>
///  word  0        NodeNext          word  6  ListNext
///  word  1        NodePrev          word  7  ListPrev
///  word  2        Next              word  8  (P) bits, WireCount lowest
///  word  3        Object            word  9  (O) bits
///  words 4, 5     Offset            word 10  Frame, and 8 bits of word 11; then Type, Segment, Order
/// </code>
/// </summary>
[Packed]
[LockedBy(ResidentLock.Object, nameof(Object))]
[LockedBy(ResidentLock.Bucket, nameof(ResidentHash.HomeOf))]
[OwnedUnless(nameof(Tabled), nameof(Free))]
public partial struct Page
{
    /// <summary>The frame of a page without real memory (<c>vm_page_fictitious_addr</c>).</summary>
    public const ulong FictitiousFrame = (1ul << 40) - 1;

    /// <summary>The greatest wire count that fits its 15 bits.</summary>
    public const ushort MaxWireCount = 0x7FFF;

    /// <summary>The order of a page that is on no free list of its segment (<c>VM_PAGE_ORDER_UNLISTED</c>).</summary>
    public const byte Unlisted = 15;

    /// <summary>Next page in the hash bucket (<c>next</c>).</summary>
    [Bits(2, 0, 32), GuardedBy(ResidentLock.Bucket)]
    public partial PageId Next { readonly get; set; }

    /// <summary>The object that the page belongs to (O,P; its bucket's lock to read).</summary>
    [Bits(3, 0, 32), GuardedByAny(ResidentLock.Object, ResidentLock.PageQueues, ResidentLock.Bucket)]
    public partial ObjectId Object { readonly get; set; }

    /// <summary>Offset into that object in bytes (O,P).</summary>
    [Bits(4, 0, 64), GuardedByAny(ResidentLock.Object, ResidentLock.PageQueues, ResidentLock.Bucket)]
    public partial ulong Offset { readonly get; set; }

    /// <summary>Next page on the paging queue or free list (P; the free queue lock while free).</summary>
    [Bits(0, 0, 32), GuardedBy(ResidentLock.PageQueues), GuardedWhile(nameof(Free), ResidentLock.FreeQueue)]
    public partial PageId NodeNext { readonly get; set; }

    /// <summary>Previous page on the paging queue or free list (P; the free queue lock while free).</summary>
    [Bits(1, 0, 32), GuardedBy(ResidentLock.PageQueues), GuardedWhile(nameof(Free), ResidentLock.FreeQueue)]
    public partial PageId NodePrev { readonly get; set; }

    /// <summary>Next page of the same object (<c>listq</c>) (O).</summary>
    [Bits(6, 0, 32), GuardedBy(ResidentLock.Object)]
    public partial PageId ListNext { readonly get; set; }

    /// <summary>Previous page of the same object (<c>listq</c>) (O).</summary>
    [Bits(7, 0, 32), GuardedBy(ResidentLock.Object)]
    public partial PageId ListPrev { readonly get; set; }

    /// <summary>How many wired-down maps use the page (O,P).</summary>
    [Bits(8, 0, 15), GuardedByAny(ResidentLock.Object, ResidentLock.PageQueues)]
    public partial ushort WireCount { readonly get; set; }

    /// <summary>The page is on an inactive queue (P).</summary>
    [Bits(8, 15, 1), GuardedBy(ResidentLock.PageQueues)]
    public partial bool Inactive { readonly get; set; }

    /// <summary>The page is on an active queue (P).</summary>
    [Bits(8, 16, 1), GuardedBy(ResidentLock.PageQueues)]
    public partial bool Active { readonly get; set; }

    /// <summary>The page is being cleaned (P).</summary>
    [Bits(8, 17, 1), GuardedBy(ResidentLock.PageQueues)]
    public partial bool Laundry { readonly get; set; }

    /// <summary>As <see cref="Laundry"/>, for external pagers (P).</summary>
    [Bits(8, 18, 1), GuardedBy(ResidentLock.PageQueues)]
    public partial bool ExternalLaundry { readonly get; set; }

    /// <summary>The page is free (P; the free queue lock while it is).</summary>
    [Bits(8, 19, 1), GuardedBy(ResidentLock.PageQueues), GuardedWhile(nameof(Free), ResidentLock.FreeQueue)]
    public partial bool Free { readonly get; set; }

    /// <summary>The page has been used (P).</summary>
    [Bits(8, 20, 1), GuardedBy(ResidentLock.PageQueues)]
    public partial bool Reference { readonly get; set; }

    /// <summary>The page is in an external object (P).</summary>
    [Bits(8, 21, 1), GuardedBy(ResidentLock.PageQueues)]
    public partial bool External { readonly get; set; }

    /// <summary>The page is in transit (O).</summary>
    [Bits(9, 0, 1), GuardedBy(ResidentLock.Object)]
    public partial bool Busy { readonly get; set; }

    /// <summary>Someone waits for the page (O).</summary>
    [Bits(9, 1, 1), GuardedBy(ResidentLock.Object)]
    public partial bool Wanted { readonly get; set; }

    /// <summary>The page is in the virtual-to-physical table (O).</summary>
    [Bits(9, 2, 1), GuardedByAny(ResidentLock.Object, ResidentLock.PageQueues)]
    public partial bool Tabled { readonly get; set; }

    /// <summary>There is no physical page (O).</summary>
    [Bits(9, 3, 1), GuardedByAny(ResidentLock.Object, ResidentLock.PageQueues), GuardedWhile(nameof(Free), ResidentLock.FreeQueue)]
    public partial bool Fictitious { readonly get; set; }

    /// <summary>The physical page is not the module's and is not returned to the free list (O).</summary>
    [Bits(9, 4, 1), GuardedByAny(ResidentLock.Object, ResidentLock.PageQueues)]
    public partial bool Private { readonly get; set; }

    /// <summary>Data has been requested and is not yet there (O).</summary>
    [Bits(9, 5, 1), GuardedBy(ResidentLock.Object)]
    public partial bool Absent { readonly get; set; }

    /// <summary>The data manager could not provide the data (O).</summary>
    [Bits(9, 6, 1), GuardedBy(ResidentLock.Object)]
    public partial bool Error { readonly get; set; }

    /// <summary>The page must be cleaned (O).</summary>
    [Bits(9, 7, 1), GuardedBy(ResidentLock.Object)]
    public partial bool Dirty { readonly get; set; }

    /// <summary>The data must be returned even if clean (O).</summary>
    [Bits(9, 8, 1), GuardedBy(ResidentLock.Object)]
    public partial bool Precious { readonly get; set; }

    /// <summary>An unlock was requested without having data (O).</summary>
    [Bits(9, 9, 1), GuardedBy(ResidentLock.Object)]
    public partial bool Overwriting { readonly get; set; }

    /// <summary>Uses that the data manager prohibits (O).</summary>
    [Bits(9, 10, 3), GuardedBy(ResidentLock.Object)]
    public partial Protection PageLock { readonly get; set; }

    /// <summary>Outstanding unlock request (O).</summary>
    [Bits(9, 13, 3), GuardedBy(ResidentLock.Object)]
    public partial Protection UnlockRequest { readonly get; set; }

    /// <summary>
    /// Some thread sleeps until it is woken for this page (O). No operation reads it: it tells the checks and the proof what the
    /// scheduler knows.
    /// </summary>
    [Bits(9, 16, 1), GuardedBy(ResidentLock.Object)]
    public partial bool Awaited { readonly get; set; }

    /// <summary>Physical page number (<c>phys_addr</c> / 4096, <c>vm_page_to_pa</c>). It changes for fictitious pages only.</summary>
    [Bits(10, 0, 40), Constant]
    public partial ulong Frame { readonly get; set; }

    /// <summary>What the page is used for (<c>vm_page_type</c>).</summary>
    [Bits(11, 8, 2), GuardedBy(ResidentLock.FreeQueue)]
    public partial PageType Type { readonly get; set; }

    /// <summary>Index of the page's physical segment (<c>seg_index</c>).</summary>
    [Bits(11, 10, 2), Constant]
    public partial byte Segment { readonly get; set; }

    /// <summary>
    /// Which free list of its segment the page is on: the order of the free block that it heads, the pool of a processor
    /// (<see cref="FreeLists.PoolOf"/>), or <see cref="Unlisted"/>.
    /// </summary>
    [Bits(11, 12, 4), GuardedBy(ResidentLock.FreeQueue)]
    public partial byte Order { readonly get; set; }
}
