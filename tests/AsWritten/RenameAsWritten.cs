using Vm.Vocabulary;

namespace Vm.Resident;

public sealed partial class ResidentModule<TMode>
{
    /// <summary><c>vm_page_rename</c> as written.</summary>
    [Operation(typeof(RenameContract)), Mutant("leaves the count of an absent page with the old object")]
    void RenameAsWrittenBody(PageId mem, ObjectId newObject, ulong newOffset)
    {
        using (s.PageQueuesLock.Enter<TMode>())
        {
            Remove(mem);
            Insert(mem, newObject, newOffset);
        }
    }
}
