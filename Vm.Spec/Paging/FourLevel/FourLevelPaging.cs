namespace Vm.Paging;

/// <summary>
/// Four levels, entries of 8 bytes, pages of 4 KiB, 2 MiB and 1 GiB, addresses of 48 bits (Intel SDM volume 3A, section 4.5).
/// </summary>
public readonly struct FourLevelPaging : IPagingMode
{
    /// <summary>Levels of tables, the root being level 4.</summary>
    public const int Levels = 4;

    /// <summary>Entries of a table.</summary>
    public const int Entries = 512;

    /// <summary>Bytes of an entry.</summary>
    public const int EntrySize = sizeof(ulong);

    /// <summary>Bits of the offset into the smallest page.</summary>
    public const int PageShift = IPagingMode.PageShift;

    /// <summary>Bytes of the smallest page, which is also the size of a table.</summary>
    public const int PageSize = IPagingMode.PageSize;

    /// <summary>Bits of an address that are translated.</summary>
    public const int AddressBits = 48;

    /// <summary>Width of a frame number; MAXPHYADDR can be smaller.</summary>
    public const int FrameBits = 40;

    const int PointerLevel = 3;
    const int DirectoryLevel = 2;
    const int HugePageShift = 30;
    const int LargePageShift = 21;

    static string IPagingMode.Name => "x86_64";

    static int IPagingMode.Levels => Levels;

    static int IPagingMode.EntrySize => EntrySize;

    static int IPagingMode.AddressBits => AddressBits;

    static int IPagingMode.FrameBits => FrameBits;

    static bool IPagingMode.HasNoExecute => true;

    static int IPagingMode.Entries(int level) => Entries;

    /// <inheritdoc/>
    public static int Shift(int level) => PageShift + (9 * (level - 1));

    /// <inheritdoc/>
    public static int Index(VirtualAddress va, int level)
    {
        var parts = FourLevelAddress.FromBits(va.Value);
        return level switch
        {
            Levels => parts.RootIndex,
            PointerLevel => parts.PointerIndex,
            DirectoryLevel => parts.DirectoryIndex,
            _ => parts.TableIndex,
        };
    }

    /// <summary>
    /// The address with another index into the table of a level; the inverse of <see cref="Index"/>. The upper bits follow the
    /// root's, so that the address stays canonical.
    /// </summary>
    public static VirtualAddress WithIndex(VirtualAddress va, int level, int index)
    {
        var parts = FourLevelAddress.FromBits(va.Value);
        switch (level)
        {
            case Levels:
                parts.RootIndex = (ushort)index;
                parts.Sign = parts.RootIndex >= Entries / 2 ? ushort.MaxValue : (ushort)0;
                break;
            case PointerLevel: parts.PointerIndex = (ushort)index; break;
            case DirectoryLevel: parts.DirectoryIndex = (ushort)index; break;
            default: parts.TableIndex = (ushort)index; break;
        }

        return VirtualAddress.Of(parts.ToBits());
    }

    /// <summary>Whether bits 48 to 63 repeat bit 47.</summary>
    public static bool IsCanonical(VirtualAddress va) => (long)va.Value << 16 >> 16 == (long)va.Value;

    /// <inheritdoc/>
    public static ulong RootTable(ulong cr3) => cr3 & 0x000F_FFFF_FFFF_F000;

    /// <inheritdoc/>
    public static bool MapsPage(PageTableEntry entry, int level, in ControlRegisters control) =>
        level == 1 || (level < Levels && entry.PageSize);

    /// <inheritdoc/>
    public static bool HasFlags(int level) => true;

    /// <inheritdoc/>
    public static PageTableEntry Reserved(int level, bool mapsPage, in ControlRegisters control)
    {
        var above = ulong.MaxValue << (control.PhysicalAddressBits - PageShift);
        var noExecute = !control.NoExecuteEnable;
        return PageTableEntry.Of((level, mapsPage) switch
        {
            (Levels, _) => new Pml4e { Reserved = true, Frame = above, NoExecute = noExecute }.ToBits(),
            (PointerLevel, false) => new Pdpte { Frame = above, NoExecute = noExecute }.ToBits(),
            (PointerLevel, true) => new HugePdpte
            {
                Misaligned = 0x1FFFF,
                Frame = (uint)(above >> (HugePageShift - PageShift)),
                NoExecute = noExecute,
            }.ToBits(),
            (DirectoryLevel, false) => new Pde { Frame = above, NoExecute = noExecute }.ToBits(),
            (DirectoryLevel, true) => new LargePde
            {
                Misaligned = 0xFF,
                Frame = (uint)(above >> (LargePageShift - PageShift)),
                NoExecute = noExecute,
            }.ToBits(),
            _ => new Pte { Frame = above, NoExecute = noExecute }.ToBits(),
        });
    }

    /// <inheritdoc/>
    public static ulong PageFrame(PageTableEntry entry, int level) => level switch
    {
        PointerLevel => (ulong)HugePdpte.FromBits(entry.Value).Frame << (HugePageShift - PageShift),
        DirectoryLevel => (ulong)LargePde.FromBits(entry.Value).Frame << (LargePageShift - PageShift),
        _ => Pte.FromBits(entry.Value).Frame,
    };

    /// <inheritdoc/>
    public static PageTableEntry NameTable(ulong frame, int level) => PageTableEntry.Of(level switch
    {
        Levels => new Pml4e { Present = true, Writable = true, User = true, Frame = frame }.ToBits(),
        PointerLevel => new Pdpte { Present = true, Writable = true, User = true, Frame = frame }.ToBits(),
        _ => new Pde { Present = true, Writable = true, User = true, Frame = frame }.ToBits(),
    });
}
