using Vm.Vocabulary;

namespace Vm.Resident;

public sealed partial class ResidentModule<TMode>
{
    /// <summary>
    /// Moves a page to another object or offset (<c>vm_page_rename</c>). Both objects are locked. The original leaves the count of
    /// an absent page with the old object.
    /// </summary>
    [Operation(typeof(RenameContract))]
    void RenameBody(PageId mem, ObjectId newObject, ulong newOffset)
    {
        // Pageout finds a page's object under the page queues lock.
        using (s.PageQueuesLock.Enter<TMode>())
        {
            ObjectId oldObject = s.Pages[mem].Object;
            Remove(mem);
            if (s.Pages[mem].Absent && newObject != oldObject)
            {
                AbsentRelease(oldObject);
                s.Objects[newObject].AbsentCount++;
            }

            Insert(mem, newObject, newOffset);
        }
    }
}
