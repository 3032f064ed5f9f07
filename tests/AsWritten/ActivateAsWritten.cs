using Vm.Vocabulary;

namespace Vm.Resident;

public sealed partial class ResidentModule<TMode>
{
    /// <summary><c>vm_page_activate</c> as written: that the page names an object is all that it asserts.</summary>
    [Operation(typeof(ActivateAsWrittenContract)), Mutant("queues a page that is no longer in the object that it names")]
    void ActivateAsWrittenBody(PageId mem)
    {
        ref Page page = ref s.Pages[mem];
        CheckPage(mem);
        QueuesRemove(mem);
        if (page.WireCount == 0 && !page.Fictitious && !page.Private) AddActive(mem);
    }
}
