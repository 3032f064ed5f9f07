using Vm.Vocabulary;

namespace Vm.Resident;

public sealed partial class ResidentModule<TMode>
{
    /// <summary>Takes a page off the free list (<c>vm_page_grab</c>).</summary>
    /// <returns>The page, in the template state and the caller's own; null if none is free.</returns>
    [Operation(typeof(GrabContract))]
    PageId GrabBody()
    {
        using (s.FreeQueueLock.Enter<TMode>()) return AllocPa(0, Selector.DirectMap);
    }
}
