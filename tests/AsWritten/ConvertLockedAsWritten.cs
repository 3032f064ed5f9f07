using Vm.Vocabulary;

namespace Vm.Resident;

public sealed partial class ResidentModule<TMode>
{
    /// <summary><c>vm_page_convert</c> as written later, when it takes the page queues lock.</summary>
    [Operation(typeof(ConvertContract))]
    [Mutant("moves a wiring uncounted and the waiters' mark, and frees the old page with its flags")]
    PageId ConvertLockedAsWrittenBody(PageId mem)
    {
        ref Page fict = ref s.Pages[mem];
        Check.Assert<TMode>(fict.Fictitious);
        Check.Assert<TMode>(fict.Frame == Page.FictitiousFrame);
        Check.Assert<TMode>(!fict.Active);
        Check.Assert<TMode>(!fict.Inactive);

        PageId real = Grab();
        if (real.IsNull) return default;

        ObjectId obj = fict.Object;
        ulong offset = fict.Offset;
        using (s.PageQueuesLock.Enter<TMode>())
        {
            Remove(mem);
            CopyHeader(mem, real);
            s.Pages[real].Fictitious = false;
            Insert(real, obj, offset);
        }

        Check.Assert<TMode>(s.Pages[real].Frame != Page.FictitiousFrame);
        Check.Assert<TMode>(fict.Fictitious);
        Check.Assert<TMode>(fict.Frame == Page.FictitiousFrame);
        ReleaseFictitious(mem);
        return real;
    }
}
