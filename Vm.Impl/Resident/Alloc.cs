using Vm.Vocabulary;

namespace Vm.Resident;

public sealed partial class ResidentModule<TMode>
{
    /// <summary>Takes a free page and inserts it (<c>vm_page_alloc</c>).</summary>
    /// <returns>The page, busy; null if no page is free.</returns>
    [Operation(typeof(AllocContract))]
    PageId AllocBody(ObjectId obj, ulong offset)
    {
        PageId mem = Grab();
        if (mem.IsNull) return default;

        using (s.PageQueuesLock.Enter<TMode>()) Insert(mem, obj, offset);
        return mem;
    }
}
