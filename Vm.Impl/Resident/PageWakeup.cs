using Vm.Kernel;
using Vm.Vocabulary;

namespace Vm.Resident;

public sealed partial class ResidentModule<TMode>
{
    /// <summary>Wakes who waits for a page, also if it stays in transit (<c>PAGE_WAKEUP</c>).</summary>
    [Operation(typeof(PageWakeupContract))]
    void PageWakeupBody(PageId mem)
    {
        ref Page page = ref s.Pages[mem];
        if (page.Wanted)
        {
            page.Wanted = false;
            page.Awaited = false;
            WakePage(mem);
        }
    }

    [External]
    void WakePage(PageId mem) => events.Wakeup(new(EventKind.Page, mem.V));
}
