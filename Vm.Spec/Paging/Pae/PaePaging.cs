namespace Vm.Paging;

/// <summary>
/// Three levels, of which the root has four entries, entries of 8 bytes, pages of 4 KiB and 2 MiB, addresses of 32 bits
/// (Intel SDM volume 3A, section 4.4).
/// </summary>
public readonly struct PaePaging : IPagingMode
{
    const int PointerLevel = 3;
    const int DirectoryLevel = 2;
    const int LargePageShift = 21;

    /// <inheritdoc/>
    public static string Name => "pae";

    /// <inheritdoc/>
    public static int Levels => PointerLevel;

    /// <inheritdoc/>
    public static int EntrySize => sizeof(ulong);

    /// <inheritdoc/>
    public static int AddressBits => 32;

    /// <inheritdoc/>
    public static int FrameBits => 40;

    /// <inheritdoc/>
    public static bool HasNoExecute => true;

    /// <inheritdoc/>
    public static int Entries(int level) => level == PointerLevel ? 4 : 512;

    /// <inheritdoc/>
    public static int Shift(int level) => IPagingMode.PageShift + (9 * (level - 1));

    /// <inheritdoc/>
    public static int Index(VirtualAddress va, int level)
    {
        var parts = PaeAddress.FromBits((uint)va.Value);
        return level switch
        {
            PointerLevel => parts.PointerIndex,
            DirectoryLevel => parts.DirectoryIndex,
            _ => parts.TableIndex,
        };
    }

    /// <inheritdoc/>
    public static VirtualAddress WithIndex(VirtualAddress va, int level, int index)
    {
        var parts = PaeAddress.FromBits((uint)va.Value);
        switch (level)
        {
            case PointerLevel: parts.PointerIndex = (byte)index; break;
            case DirectoryLevel: parts.DirectoryIndex = (ushort)index; break;
            default: parts.TableIndex = (ushort)index; break;
        }

        return VirtualAddress.Of(parts.ToBits());
    }

    /// <inheritdoc/>
    public static bool IsCanonical(VirtualAddress va) => va.Value >> AddressBits == 0;

    /// <inheritdoc/>
    public static ulong RootTable(ulong cr3) => cr3 & 0xFFFF_FFE0;

    /// <inheritdoc/>
    public static bool MapsPage(PageTableEntry entry, int level, in ControlRegisters control) =>
        level == 1 || (level == DirectoryLevel && entry.PageSize);

    /// <inheritdoc/>
    public static bool HasFlags(int level) => level < PointerLevel;

    /// <inheritdoc/>
    public static PageTableEntry Reserved(int level, bool mapsPage, in ControlRegisters control)
    {
        var above = ulong.MaxValue << (control.PhysicalAddressBits - IPagingMode.PageShift);
        if (level == PointerLevel)
        {
            return PageTableEntry.Of(
                new PaePdpte { ReservedLow = 0x3, ReservedMiddle = 0xF, Frame = above, ReservedHigh = 0xFFF }.ToBits());
        }

        if (level == 1)
            return PageTableEntry.Of(new PaePte { Frame = above, Reserved = 0x7FF, NoExecute = !control.NoExecuteEnable }.ToBits());

        if (!mapsPage)
            return PageTableEntry.Of(new PaePde { Frame = above, Reserved = 0x7FF, NoExecute = !control.NoExecuteEnable }.ToBits());

        return PageTableEntry.Of(new PaeLargePde
        {
            Misaligned = 0xFF,
            Frame = (uint)(above >> (LargePageShift - IPagingMode.PageShift)),
            Reserved = 0x7FF,
            NoExecute = !control.NoExecuteEnable,
        }.ToBits());
    }

    /// <inheritdoc/>
    public static ulong PageFrame(PageTableEntry entry, int level) => level == 1
        ? PaePte.FromBits(entry.Value).Frame
        : (ulong)PaeLargePde.FromBits(entry.Value).Frame << (LargePageShift - IPagingMode.PageShift);

    /// <inheritdoc/>
    public static PageTableEntry NameTable(ulong frame, int level) => PageTableEntry.Of(level == PointerLevel
        ? new PaePdpte { Present = true, Frame = frame }.ToBits()
        : new PaePde { Present = true, Writable = true, User = true, Frame = frame }.ToBits());
}
