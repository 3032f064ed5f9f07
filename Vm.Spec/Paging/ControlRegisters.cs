namespace Vm.Paging;

/// <summary>The control bits that decide a translation (Intel SDM volume 3A, sections 4.1.3 and 4.6).</summary>
public readonly record struct ControlRegisters()
{
    /// <summary>CR3: physical address of the root table.</summary>
    public ulong Cr3 { get; init; }

    /// <summary>CR0.WP: supervisor writes respect read-only pages.</summary>
    public bool WriteProtect { get; init; } = true;

    /// <summary>CR4.PSE: i386 paging has pages of 4 MiB. The other modes have large pages regardless.</summary>
    public bool PageSizeExtensions { get; init; } = true;

    /// <summary>CR4.PGE: translations of entries with G outlive a load of CR3.</summary>
    public bool GlobalEnable { get; init; }

    /// <summary>EFER.NXE: bit 63 of an entry forbids fetches, and is not reserved. i386 paging has no such bit.</summary>
    public bool NoExecuteEnable { get; init; } = true;

    /// <summary>CR4.SMEP: no supervisor fetches from user pages.</summary>
    public bool Smep { get; init; }

    /// <summary>CR4.SMAP: no supervisor data accesses to user pages, unless <see cref="Ac"/>.</summary>
    public bool Smap { get; init; }

    /// <summary>EFLAGS.AC: lifts <see cref="Smap"/>.</summary>
    public bool Ac { get; init; }

    /// <summary>MAXPHYADDR: frame bits from here on are reserved.</summary>
    public int PhysicalAddressBits { get; init; } = 40;
}
