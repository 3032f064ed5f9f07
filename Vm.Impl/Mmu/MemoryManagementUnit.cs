using System.Runtime.CompilerServices;
using Vm.Paging;

namespace Vm.Mmu;

/// <summary>The processor's address translation: the TLB first, then the walker.</summary>
/// <typeparam name="TMode">The paging mode.</typeparam>
public sealed class MemoryManagementUnit<TMode> where TMode : struct, IPagingMode
{
    const int Kinds = 3;
    const int TopByte = 56;

    readonly Walker<TMode> walker;
    readonly Tlb tlb;

    // The rights that each kind of access requires, a byte each: loading them costs no table, and a shift makes them what the TLB compares.
    ulong required;
    ControlRegisters control;

    /// <param name="memory">Where the tables are.</param>
    /// <param name="tlb">The translation cache.</param>
    public MemoryManagementUnit(PhysicalMemory memory, Tlb tlb)
    {
        walker = new Walker<TMode>(memory);
        this.tlb = tlb;
        Control = new ControlRegisters();
    }

    /// <summary>Accesses that needed a walk. An access made again after a page fault is another one.</summary>
    public long TlbMisses { get; private set; }

    /// <summary>
    /// The control bits in force. Setting them loads CR3, which forgets all translations that are not global; a change of what
    /// entries mean forgets those, too (Intel SDM volume 3A, section 4.10.4.1).
    /// </summary>
    public ControlRegisters Control
    {
        get => control;
        set
        {
            if (MeansTheSame(control, value)) tlb.FlushLocal();
            else tlb.Flush();
            control = value;
            required = 0;
            for (var kind = AccessKind.Read; kind <= AccessKind.Fetch; kind++)
            {
                required |= (ulong)Requires(kind, user: false) << PlaceOf(kind, user: false);
                required |= (ulong)Requires(kind, user: true) << PlaceOf(kind, user: true);
            }
        }
    }

    /// <summary>The translation cache.</summary>
    internal Tlb Tlb => tlb;

    /// <summary>Where the tables are.</summary>
    internal PhysicalMemory Memory => walker.Memory;

    /// <summary>What setting <see cref="Control"/> establishes, and nothing else changes.</summary>
    internal bool IsSetUp()
    {
        for (var kind = AccessKind.Read; kind <= AccessKind.Fetch; kind++)
        {
            if (!IsSetUp(kind, user: false) || !IsSetUp(kind, user: true)) return false;
        }

        return tlb.IsSetUp;
    }

    bool IsSetUp(AccessKind kind, bool user) => Required(kind, user) >> TopByte == (ulong)Requires(kind, user);

    // A write through a translation whose leaf was clean walks again, to set D.
    Rights Requires(AccessKind kind, bool user) =>
        AccessRules.Required(kind, user, control) | (kind == AccessKind.Write ? Rights.Dirty : Rights.None);

    /// <summary>Lower bytes stay below, where the TLB takes no notice of them.</summary>
    ulong Required(AccessKind kind, bool user) => required << (TopByte - PlaceOf(kind, user));

    static int PlaceOf(AccessKind kind, bool user) => 8 * ((user ? Kinds : 0) + (int)kind);

    static bool MeansTheSame(in ControlRegisters one, in ControlRegisters other) =>
        one.GlobalEnable == other.GlobalEnable && one.PageSizeExtensions == other.PageSizeExtensions
        && one.NoExecuteEnable == other.NoExecuteEnable && one.Smep == other.Smep
        && one.PhysicalAddressBits == other.PhysicalAddressBits;

    /// <summary>Translates for one access within a 4 KiB page.</summary>
    /// <param name="va">A canonical address.</param>
    /// <param name="kind">What the access does.</param>
    /// <param name="user">The access is made in user mode.</param>
    /// <param name="address">The physical address, when there is no fault.</param>
    /// <param name="error">The error code, when there is one.</param>
    /// <returns>Whether the access is allowed.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryAccess(VirtualAddress va, AccessKind kind, bool user, out ulong address, out PageFaultError error)
    {
        if (tlb.TryFind(va, Required(kind, user), out var found))
        {
            address = found;
            error = default;
            return true;
        }

        // By value, so that the results of a hit stay in registers.
        var walk = Walk(va, kind, user);
        address = walk.Address;
        error = walk.Error;
        return walk.IsAllowed;
    }

    /// <summary>
    /// Also reached with a cached translation whose rights do not suffice: raising rights in a table needs no invalidation.
    /// </summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    WalkResult Walk(VirtualAddress va, AccessKind kind, bool user)
    {
        TlbMisses++;
        if (walker.TryWalk(va, kind, user, control, out var found, out var error))
        {
            tlb.Fill(va, found);
            return new(found.AddressOf(va), default, true);
        }

        // A page fault forgets the translation that raised it (Intel SDM volume 3A, section 4.10.4.1).
        tlb.Invalidate(va);
        return new(0, error, false);
    }

    readonly record struct WalkResult(ulong Address, PageFaultError Error, bool IsAllowed);
}
