namespace Vm.Paging;

/// <summary>The sizes of four-level paging (Intel SDM volume 3A, section 4.5, table 4-1).</summary>
public static class FourLevelPaging
{
    /// <summary>Levels of tables, the root being level 4.</summary>
    public const int Levels = 4;

    /// <summary>Entries of a table.</summary>
    public const int Entries = 512;

    /// <summary>Bytes of an entry.</summary>
    public const int EntrySize = sizeof(ulong);

    /// <summary>Bits of the offset into the smallest page.</summary>
    public const int PageShift = 12;

    /// <summary>Bytes of the smallest page, which is also the size of a table.</summary>
    public const int PageSize = 1 << PageShift;

    /// <summary>Bits of an address that are translated.</summary>
    public const int AddressBits = 48;

    /// <summary>Width of the <see cref="PageTableEntry.Frame"/> field; MAXPHYADDR can be smaller.</summary>
    public const int FrameBits = 40;

    /// <summary>Bits of the offset into the region that one entry of a level covers: 12, 21, 30 or 39.</summary>
    public static int Shift(int level) => PageShift + (9 * (level - 1));
}
