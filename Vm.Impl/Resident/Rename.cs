using Vm.Vocabulary;

namespace Vm.Resident;

public sealed partial class ResidentModule<TMode>
{
    /// <summary>Moves a page to another object or offset (<c>vm_page_rename</c>). Both objects are locked.</summary>
    [Operation(typeof(RenameContract))]
    void RenameBody(PageId mem, ObjectId newObject, ulong newOffset)
    {
        // Pageout finds a page's object under the page queues lock.
        using (s.PageQueuesLock.Enter())
        {
            Remove(mem);
            Insert(mem, newObject, newOffset);
        }
    }
}
