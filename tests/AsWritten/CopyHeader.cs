using Vm.Vocabulary;

namespace Vm.Resident;

public sealed partial class ResidentModule<TMode>
{
    /// <summary>Gives a page everything that stands behind <c>VM_PAGE_HEADER_SIZE</c> in another, as the original's <c>memcpy</c>.</summary>
    [Inline]
    void CopyHeader(PageId from, PageId to)
    {
        ref Page source = ref s.Pages[from];
        ref Page target = ref s.Pages[to];
        target.Object = source.Object;
        target.Offset = source.Offset;
        target.WireCount = source.WireCount;
        target.Inactive = source.Inactive;
        target.Active = source.Active;
        target.Laundry = source.Laundry;
        target.ExternalLaundry = source.ExternalLaundry;
        target.Free = source.Free;
        target.Reference = source.Reference;
        target.External = source.External;
        target.Busy = source.Busy;
        target.Wanted = source.Wanted;
        target.Tabled = source.Tabled;
        target.Fictitious = source.Fictitious;
        target.Private = source.Private;
        target.Absent = source.Absent;
        target.Error = source.Error;
        target.Dirty = source.Dirty;
        target.Precious = source.Precious;
        target.Overwriting = source.Overwriting;
        target.PageLock = source.PageLock;
        target.UnlockRequest = source.UnlockRequest;
    }
}
