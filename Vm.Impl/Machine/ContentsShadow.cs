using Vm.Paging;
using Vm.Vocabulary;

namespace Vm.Machine;

/// <summary>
/// Remembers what a program stored at each virtual address, beside the machine. Every load must find it there, through
/// translation, eviction, paging in and copying. A trace has no values; each store is given its own.
/// </summary>
/// <param name="text">The pages that are a file's, if any; all others begin with zeros.</param>
sealed class ContentsShadow(SharedText? text = null)
{
    readonly Dictionary<ulong, byte[]> pages = [];
    (ulong Number, byte[] Bytes) last = (ulong.MaxValue, []);

    /// <summary>Number of loads that were compared.</summary>
    public long LoadsChecked { get; private set; }

    /// <summary>What a forked program has to find: the same, until one of both stores.</summary>
    public ContentsShadow Fork()
    {
        var fork = new ContentsShadow(text);
        foreach (var (number, page) in pages) fork.pages[number] = page.AsSpan().ToArray();
        return fork;
    }

    /// <summary>Compares what a load sees with what was stored last.</summary>
    /// <param name="va">Where it loads, within one page.</param>
    /// <param name="seen">The bytes in physical memory.</param>
    /// <exception cref="CheckFailedException">They differ.</exception>
    public void Check(VirtualAddress va, ReadOnlySpan<byte> seen)
    {
        LoadsChecked++;
        var stored = PageOf(va).AsSpan(va.Offset, seen.Length);
        if (seen.SequenceEqual(stored)) return;

        throw new CheckFailedException(
            "load", "Contents",
            $"a load sees the bytes stored last; at {va} it sees {Convert.ToHexString(seen)}, stored were {Convert.ToHexString(stored)}");
    }

    /// <summary>Stores new bytes in physical memory, and remembers them.</summary>
    /// <param name="va">Where the program stores, within one page.</param>
    /// <param name="bytes">The bytes in physical memory.</param>
    /// <param name="stamp">Makes this store's bytes its own.</param>
    public void Store(VirtualAddress va, Span<byte> bytes, long stamp)
    {
        for (var i = 0; i < bytes.Length; i++) bytes[i] = (byte)(stamp >> (8 * (i & 7)));
        bytes.CopyTo(PageOf(va).AsSpan(va.Offset));
    }

    byte[] PageOf(VirtualAddress va)
    {
        if (last.Number == va.PageNumber) return last.Bytes;

        if (!pages.TryGetValue(va.PageNumber, out var page))
        {
            pages[va.PageNumber] = page = new byte[IPagingMode.PageSize];
            if (text is not null && text.Pages.Contains(va.PageNumber)) SharedText.Read(va.PageNumber, page);
        }

        last = (va.PageNumber, page);
        return page;
    }
}
