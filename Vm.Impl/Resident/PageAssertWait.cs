using Vm.Kernel;
using Vm.Vocabulary;

namespace Vm.Resident;

public sealed partial class ResidentModule<TMode>
{
    /// <summary>Declares that the calling thread waits for a page (<c>PAGE_ASSERT_WAIT</c>).</summary>
    [Operation(typeof(PageAssertWaitContract))]
    void PageAssertWaitBody(PageId mem)
    {
        ref Page page = ref s.Pages[mem];
        page.Wanted = true;
        page.Awaited = true;
        AssertWaitForPage(mem);
    }

    [External]
    void AssertWaitForPage(PageId mem) => events.AssertWait(new(EventKind.Page, mem.V));
}
