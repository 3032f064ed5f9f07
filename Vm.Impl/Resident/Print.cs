using System.Text;

namespace Vm.Resident;

public sealed partial class ResidentModule<TMode>
{
    /// <summary>The kernel debugger's line about a page (<c>vm_page_print</c>). Numbers are hexadecimal but for the wire count.</summary>
    public string Print(PageId mem)
    {
        ref Page page = ref s.Pages[mem];
        var line = new StringBuilder(
            $"Page 0x{mem.V:X}: object 0x{page.Object.V:X}, offset 0x{page.Offset:X} wire_count {page.WireCount}, ");
        line.Append(page.Active ? "active" : page.Inactive ? "inactive" : "loose");
        if (page.Free) line.Append(" free");
        if (page.Laundry) line.Append(" laundry");
        line.Append(page.Dirty ? " dirty" : " clean");
        if (page.Busy) line.Append(" busy");
        if (page.Absent) line.Append(" absent");
        if (page.Error) line.Append(" error");
        if (page.Fictitious) line.Append(" fictitious");
        if (page.Private) line.Append(" private");
        if (page.Wanted) line.Append(" wanted");
        if (!page.Tabled) line.Append(" not_tabled");
        line.Append($", phys_addr = 0x{page.Frame * ResidentState.PageSize:X}, ");
        line.Append($"lock = 0x{(byte)page.PageLock:X}, unlock_request = 0x{(byte)page.UnlockRequest:X}");
        return line.ToString();
    }
}
