using Vm.Vocabulary;

namespace Vm.Resident;

/// <summary>The part of a memory object (<c>struct vm_object</c>) that the module touches.</summary>
[Row]
public partial struct MemoryObject
{
    /// <summary>The object's lock (<c>vm_object_lock</c>, <c>vm_object_lock_try</c>, <c>vm_object_unlock</c>).</summary>
    [LockClass(ResidentLock.Object)]
    public SimpleLock Lock;

    /// <summary>First page of <c>memq</c>.</summary>
    [GuardedBy(ResidentLock.Object)]
    public PageId First;

    /// <summary>Last page of <c>memq</c>.</summary>
    [GuardedBy(ResidentLock.Object)]
    public PageId Last;

    /// <summary>Number of tabled pages.</summary>
    [GuardedBy(ResidentLock.Object)]
    public int ResidentPageCount;

    /// <summary>Number of pages requested and not filled.</summary>
    [GuardedBy(ResidentLock.Object)]
    public int AbsentCount;

    /// <summary>Offset of the last insertion, in bytes.</summary>
    [GuardedBy(ResidentLock.Object)]
    public ulong LastAlloc;

    /// <summary>Size in bytes.</summary>
    [GuardedBy(ResidentLock.Object)]
    public ulong Size;

    /// <summary>Bit set of the events that somebody waits for.</summary>
    [GuardedBy(ResidentLock.Object)]
    public uint AllWanted;

    /// <summary>Number of operations that must finish before the object can end (<c>paging_in_progress</c>; the caller's <c>vm_object_paging_begin</c> and <c>vm_object_paging_end</c>).</summary>
    [GuardedBy(ResidentLock.Object)]
    public int PagingInProgress;

    /// <summary>The kernel made the object and pages it; otherwise a memory manager does.</summary>
    [Constant]
    public bool Internal;

    /// <summary>The object is not being terminated.</summary>
    [GuardedBy(ResidentLock.Object)]
    public bool Alive;
}
