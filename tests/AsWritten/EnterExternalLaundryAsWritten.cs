using Vm.Vocabulary;

namespace Vm.Resident;

public sealed partial class ResidentModule<TMode>
{
    /// <summary>
    /// The end of <c>vm_pageout_setup</c> for a page of an external pager, as written. The page queues are locked, and the count is not: it
    /// is read, and then written.
    /// </summary>
    public void EnterExternalLaundryAsWritten(PageId mem)
    {
        s.Pages[mem].ExternalLaundry = true;
        int count = s.ExternalLaundryCount;
        if (count >= 0)
        {
            Interleaving.Step("has read the count of external laundry");
            s.ExternalLaundryCount = count + 1;
        }

        Activate(mem);
    }
}
