using Vm.Vocabulary;

namespace Vm.Resident;

public sealed partial class ResidentModule<TMode>
{
    /// <summary>
    /// Inserts a page and frees the one that was under its key (<c>vm_page_replace</c>). Unlike <see cref="Insert"/> it does not
    /// deactivate the page before.
    /// </summary>
    [Operation(typeof(ReplaceContract))]
    void ReplaceBody(PageId mem, ObjectId obj, ulong offset)
    {
        ref Page page = ref s.Pages[mem];
        CheckPage(mem);
        Check.Assert<TMode>(!page.Active && !page.Inactive);
        Check.Assert<TMode>(!page.External);
        if (page.Tabled) Check.Panic("vm_page_replace", "the page is not tabled", mem);

        // The old page goes whole before the new one comes: an operation inside another meets the invariants.
        PageId old = Lookup(obj, offset);
        if (!old.IsNull) Free(old);
        EnterTable(mem, obj, offset);
    }
}
