using Vm.Vocabulary;

namespace Vm.Resident;

public sealed partial class ResidentModule<TMode>
{
    /// <summary><c>vm_page_wire</c> as written, under a contract that asks no more than the original's comment.</summary>
    [Operation(typeof(WireAsWrittenContract)), Mutant("lets the 15 bits of the count wrap")]
    void WireAsWrittenBody(PageId mem)
    {
        ref Page page = ref s.Pages[mem];
        CheckPage(mem);
        if (page.WireCount == 0)
        {
            QueuesRemove(mem);
            if (!page.Private && !page.Fictitious) s.WireCount++;
        }

        page.WireCount++;
    }
}
