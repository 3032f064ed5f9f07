using Vm.Vocabulary;

namespace Vm.Resident;

/// <summary>Free blocks of one order (<c>struct vm_page_free_list</c>), the block freed last in front.</summary>
[Row]
public partial struct FreeList
{
    /// <summary>First page of the first block.</summary>
    [GuardedBy(ResidentLock.FreeQueue)]
    public PageId First;

    /// <summary>Number of blocks.</summary>
    [GuardedBy(ResidentLock.FreeQueue)]
    public int Size;
}

/// <summary>A paging queue (<c>struct vm_page_queue</c>), the page queued first in front.</summary>
[Row]
public partial struct PagingQueue
{
    /// <summary>The page queued first.</summary>
    [GuardedBy(ResidentLock.PageQueues)]
    public PageId First;

    /// <summary>The page queued last.</summary>
    [GuardedBy(ResidentLock.PageQueues)]
    public PageId Last;
}
