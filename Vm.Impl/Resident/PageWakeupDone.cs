using Vm.Vocabulary;

namespace Vm.Resident;

public sealed partial class ResidentModule<TMode>
{
    /// <summary>The page is in transit no longer: wakes who waits for it (<c>PAGE_WAKEUP_DONE</c>).</summary>
    [Operation(typeof(PageWakeupDoneContract))]
    void PageWakeupDoneBody(PageId mem)
    {
        s.Pages[mem].Busy = false;
        PageWakeup(mem);
    }
}
