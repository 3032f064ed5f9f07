namespace Vm.Paging;

/// <summary>
/// Two levels, entries of 4 bytes, pages of 4 KiB and, while CR4.PSE is 1, of 4 MiB (Intel SDM volume 3A, section 4.3).
/// </summary>
public readonly struct I386Paging : IPagingMode
{
    const int DirectoryLevel = 2;
    const int LargePageShift = 22;
    const int EntryBits = 32;

    /// <inheritdoc/>
    public static string Name => "i386";

    /// <inheritdoc/>
    public static int Levels => DirectoryLevel;

    /// <inheritdoc/>
    public static int EntrySize => sizeof(uint);

    /// <inheritdoc/>
    public static int AddressBits => 32;

    /// <inheritdoc/>
    public static int FrameBits => 20;

    /// <inheritdoc/>
    public static bool HasNoExecute => false;

    /// <inheritdoc/>
    public static int Entries(int level) => 1024;

    /// <inheritdoc/>
    public static int Shift(int level) => level == DirectoryLevel ? LargePageShift : IPagingMode.PageShift;

    /// <inheritdoc/>
    public static int Index(VirtualAddress va, int level)
    {
        var parts = I386Address.FromBits((uint)va.Value);
        return level == DirectoryLevel ? parts.DirectoryIndex : parts.TableIndex;
    }

    /// <inheritdoc/>
    public static VirtualAddress WithIndex(VirtualAddress va, int level, int index)
    {
        var parts = I386Address.FromBits((uint)va.Value);
        if (level == DirectoryLevel) parts.DirectoryIndex = (ushort)index;
        else parts.TableIndex = (ushort)index;
        return VirtualAddress.Of(parts.ToBits());
    }

    /// <inheritdoc/>
    public static bool IsCanonical(VirtualAddress va) => va.Value >> AddressBits == 0;

    /// <inheritdoc/>
    public static ulong RootTable(ulong cr3) => cr3 & 0xFFFF_F000;

    /// <inheritdoc/>
    public static bool MapsPage(PageTableEntry entry, int level, in ControlRegisters control) =>
        level == 1 || (entry.PageSize && control.PageSizeExtensions);

    /// <inheritdoc/>
    public static bool HasFlags(int level) => true;

    /// <inheritdoc/>
    public static PageTableEntry Reserved(int level, bool mapsPage, in ControlRegisters control)
    {
        if (level == 1 || !mapsPage) return default;
        var above = ulong.MaxValue << Math.Max(control.PhysicalAddressBits - EntryBits, 0);
        return Entry(new I386LargePde { Reserved = true, FrameHigh = (byte)above }.ToBits());
    }

    /// <inheritdoc/>
    public static ulong PageFrame(PageTableEntry entry, int level)
    {
        if (level == 1) return I386Pte.FromBits((uint)entry.Value).Frame;
        var page = I386LargePde.FromBits((uint)entry.Value);
        return ((ulong)page.FrameHigh << (EntryBits - IPagingMode.PageShift)) | ((ulong)page.Frame << (LargePageShift - IPagingMode.PageShift));
    }

    /// <inheritdoc/>
    public static PageTableEntry NameTable(ulong frame, int level) =>
        Entry(new I386Pde { Present = true, Writable = true, User = true, Frame = (uint)frame }.ToBits());

    static PageTableEntry Entry(uint bits) => PageTableEntry.Of(bits);
}
