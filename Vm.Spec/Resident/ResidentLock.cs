using Vm.Vocabulary;

namespace Vm.Resident;

/// <summary>The lock classes of the module, outermost first.</summary>
[LockOrder]
public enum ResidentLock
{
    /// <summary>A memory object's lock, (O) in the original's legend.</summary>
    Object,

    /// <summary><c>vm_page_queue_lock</c>, (P) in the original's legend.</summary>
    PageQueues,

    /// <summary>A hash bucket's lock.</summary>
    Bucket,

    /// <summary><c>vm_page_queue_free_lock</c>. It guards the processors' page pools, too, see <see cref="Resident.Pool"/>.</summary>
    FreeQueue,

    /// <summary>A physical segment's lock.</summary>
    Segment,
}
