using Vm.Vocabulary;

namespace Vm.Resident;

public sealed partial class ResidentModule<TMode>
{
    /// <summary>Enters a page into the virtual-to-physical table and its object's list (<c>vm_page_insert</c>).</summary>
    [Operation(typeof(InsertContract))]
    void InsertBody(PageId mem, ObjectId obj, ulong offset)
    {
        ref Page page = ref s.Pages[mem];
        ref MemoryObject owner = ref s.Objects[obj];

        CheckPage(mem);
        Check.Assert<TMode>(!page.Active && !page.Inactive);
        Check.Assert<TMode>(!page.External);
        if (page.Tabled) Check.Panic("vm_page_insert", "the page is not tabled", mem);

        EnterTable(mem, obj, offset);

        // Sequential access: the page before will not be needed soon. Busy pages are left alone.
        if (s.DeactivateBehind && offset == owner.LastAlloc + ResidentState.PageSize)
        {
            PageId last = Lookup(obj, owner.LastAlloc);
            if (!last.IsNull && !s.Pages[last].Busy) Deactivate(last);
        }

        owner.LastAlloc = offset;
    }
}
