using Vm.Paging;
using Vm.Vocabulary;

namespace Vm.Machine;

/// <summary>
/// Remembers what the program stored at each virtual address, beside the machine. Every load must find it there, through
/// translation, eviction and paging in. A trace has no values; each store is given its own.
/// </summary>
sealed class ContentsShadow
{
    readonly Dictionary<ulong, byte[]> pages = [];

    /// <summary>Number of loads that were compared.</summary>
    public long LoadsChecked { get; private set; }

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
        if (!pages.TryGetValue(va.PageNumber, out var page))
            pages[va.PageNumber] = page = new byte[FourLevelPaging.PageSize];
        return page;
    }
}
