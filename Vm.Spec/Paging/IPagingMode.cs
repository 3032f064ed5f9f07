namespace Vm.Paging;

/// <summary>
/// A paging mode of the processor (Intel SDM volume 3A, section 4.1.1), as a type argument: what walks tables or makes them is one
/// algorithm, which the runtime compiles for each mode by itself. Levels are counted from the leaves, level 1, up to the root.
/// </summary>
public interface IPagingMode
{
    /// <summary>Bits of the offset into the smallest page, in every mode.</summary>
    const int PageShift = 12;

    /// <summary>Bytes of the smallest page, which is also the most that a table takes.</summary>
    const int PageSize = 1 << PageShift;

    /// <summary>The mode's name: <c>i386</c>, <c>pae</c> or <c>x86_64</c>.</summary>
    static abstract string Name { get; }

    /// <summary>Levels of tables.</summary>
    static abstract int Levels { get; }

    /// <summary>Bytes of an entry: 4 or 8.</summary>
    static abstract int EntrySize { get; }

    /// <summary>Bits of an address that are translated.</summary>
    static abstract int AddressBits { get; }

    /// <summary>Width of a frame number in an entry that names a table or a page of 4 KiB. MAXPHYADDR can be smaller.</summary>
    static abstract int FrameBits { get; }

    /// <summary>Whether an entry has a bit that forbids fetches.</summary>
    static abstract bool HasNoExecute { get; }

    /// <summary>Number of entries in a table of a level.</summary>
    static abstract int Entries(int level);

    /// <summary>Bits of the offset into the region that one entry of a level covers.</summary>
    static abstract int Shift(int level);

    /// <summary>The index of an address into the table of a level.</summary>
    static abstract int Index(VirtualAddress va, int level);

    /// <summary>The address with another index into the table of a level; the inverse of <see cref="Index"/>.</summary>
    static abstract VirtualAddress WithIndex(VirtualAddress va, int level, int index);

    /// <summary>Whether the processor translates the address; it refuses others before it looks at a table.</summary>
    static abstract bool IsCanonical(VirtualAddress va);

    /// <summary>The physical address of the root table that a value of CR3 names.</summary>
    static abstract ulong RootTable(ulong cr3);

    /// <summary>Whether a present entry maps a page, and does not name a table.</summary>
    static abstract bool MapsPage(PageTableEntry entry, int level, in ControlRegisters control);

    /// <summary>Whether entries of a level give and take rights, and have an accessed flag: all but the PDPTEs of PAE paging.</summary>
    static abstract bool HasFlags(int level);

    /// <summary>The bits that are reserved in an entry of a level, which maps a page or does not, as an entry that has just them.</summary>
    static abstract PageTableEntry Reserved(int level, bool mapsPage, in ControlRegisters control);

    /// <summary>The first 4 KiB frame of the page that an entry maps.</summary>
    static abstract ulong PageFrame(PageTableEntry entry, int level);

    /// <summary>An entry that names the table in a frame, with all rights: what is below them decides.</summary>
    static abstract PageTableEntry NameTable(ulong frame, int level);
}
