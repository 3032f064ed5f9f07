using Vm.Vocabulary;

namespace Vm.Resident;

public sealed partial class ResidentModule<TMode>
{
    /// <summary>Gives a page back to the free list and takes it out of its object (<c>vm_page_free</c>).</summary>
    [Operation(typeof(FreeContract))]
    void FreeBody(PageId mem)
    {
        ref Page page = ref s.Pages[mem];
        if (page.Free) Check.Panic("vm_page_free", "the page is not free", mem);

        ObjectId obj = page.Object;
        bool absent = page.Absent;
        if (page.Tabled) Remove(mem);
        Check.Assert<TMode>(!page.Active && !page.Inactive);

        if (page.WireCount != 0)
        {
            if (!page.Private && !page.Fictitious) s.WireCount--;
            page.WireCount = 0;
        }

        PageWakeupDone(mem);
        if (absent) AbsentRelease(obj);

        bool laundry = page.Laundry;
        bool externalLaundry = page.ExternalLaundry;
        if (page.Private || page.Fictitious)
        {
            using (s.FreeQueueLock.Enter<TMode>())
            {
                bool laundryIsDone = LeaveLaundry(mem, laundry, externalLaundry);
                if (laundryIsDone) PageoutResume();
            }

            MakeFictitious(mem);
            return;
        }

        // The marks stay until Release lets the counts fall with them.
        InitPage(mem);
        page.Laundry = laundry;
        page.ExternalLaundry = externalLaundry;
        Release(mem, laundry, externalLaundry);
    }
}
