using System.Text;
using Vm.Vocabulary;

namespace Vm.Resident;

public sealed partial class ResidentModule<TMode>
{
    /// <summary>The kernel debugger's line about a page (<c>vm_page_print</c>). Numbers are hexadecimal but for the wire count.</summary>
    public string Print(PageId mem)
    {
        var line = new StringBuilder();
        PrintPage(line, mem);
        return line.ToString();
    }

    /// <summary>Writes the kernel debugger's line about a page.</summary>
    [Operation(typeof(PrintContract)), Unlocked("the kernel debugger looks while everything else stands still")]
    void PrintPageBody([Outside] StringBuilder line, PageId mem)
    {
        ref Page page = ref s.Pages[mem];
        SayPlace(line, mem, page.Object, page.Offset, page.WireCount);
        Say(line, page.Active ? PageWord.Active : page.Inactive ? PageWord.Inactive : PageWord.Loose);
        if (page.Free) Say(line, PageWord.Free);
        if (page.Laundry) Say(line, PageWord.Laundry);
        Say(line, page.Dirty ? PageWord.Dirty : PageWord.Clean);
        if (page.Busy) Say(line, PageWord.Busy);
        if (page.Absent) Say(line, PageWord.Absent);
        if (page.Error) Say(line, PageWord.Error);
        if (page.Fictitious) Say(line, PageWord.Fictitious);
        if (page.Private) Say(line, PageWord.Private);
        if (page.Wanted) Say(line, PageWord.Wanted);
        if (!page.Tabled) Say(line, PageWord.NotTabled);
        SayMemory(line, page.Frame, page.PageLock, page.UnlockRequest);
    }

    [External]
    static void SayPlace([Outside] StringBuilder line, PageId mem, ObjectId obj, ulong offset, ushort wireCount) =>
        line?.Append($"Page 0x{mem.V:X}: object 0x{obj.V:X}, offset 0x{offset:X} wire_count {wireCount},");

    [External]
    static void Say([Outside] StringBuilder line, PageWord word) =>
        line?.Append(' ').Append(word == PageWord.NotTabled ? "not_tabled" : word.ToString().ToLowerInvariant());

    [External]
    static void SayMemory([Outside] StringBuilder line, ulong frame, Protection pageLock, Protection unlockRequest) => line?.Append(
        $", phys_addr = 0x{frame * ResidentState.PageSize:X}, lock = 0x{(byte)pageLock:X}, unlock_request = 0x{(byte)unlockRequest:X}");
}
