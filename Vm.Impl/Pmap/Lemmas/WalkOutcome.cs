using Vm.Mmu;
using Vm.Paging;

namespace Vm.Pmap.Lemmas;

/// <summary>An access: its kind, and the control bits that the pmap's machines may run with.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="User">Made in user mode.</param>
/// <param name="WriteProtect">CR0.WP.</param>
/// <param name="Smep">CR4.SMEP.</param>
/// <param name="Smap">CR4.SMAP.</param>
/// <param name="Ac">EFLAGS.AC.</param>
/// <param name="GlobalEnable">CR4.PGE.</param>
/// <param name="PageSizeExtensions">CR4.PSE.</param>
readonly record struct Access(
    AccessKind Kind, bool User, bool WriteProtect, bool Smep, bool Smap, bool Ac, bool GlobalEnable, bool PageSizeExtensions)
{
    /// <summary>The control registers with a root table.</summary>
    public ControlRegisters Control(ulong root) => new()
    {
        Cr3 = root,
        WriteProtect = WriteProtect,
        Smep = Smep,
        Smap = Smap,
        Ac = Ac,
        GlobalEnable = GlobalEnable,
        PageSizeExtensions = PageSizeExtensions,
    };

    /// <summary>What the walker makes of it.</summary>
    public WalkOutcome Walk<TPaging>(PhysicalMemory memory, ulong root, VirtualAddress va) where TPaging : struct, IPagingMode
    {
        var isAllowed = new Walker<TPaging>(memory).TryWalk(va, Kind, User, Control(root), out var found, out var error);
        return isAllowed
            ? new(true, found.Frame, found.Rights & ~Rights.Dirty, found.IsLarge, found.IsGlobal, 0)
            : new(false, 0, Rights.None, false, false, error.Value);
    }

    /// <summary>Whether rights permit it.</summary>
    public bool IsPermitted(Rights rights, ulong root)
    {
        var required = AccessRules.Required(Kind, User, Control(root));
        return (rights & required) == required;
    }
}

/// <summary>What a program can see of a walk.</summary>
/// <param name="IsAllowed">There is no fault.</param>
/// <param name="Frame">The frame, when there is no fault.</param>
/// <param name="Rights">The rights over the whole path, when there is no fault.</param>
/// <param name="IsLarge">The page is larger than 4 KiB.</param>
/// <param name="IsGlobal">The translation outlives a load of CR3.</param>
/// <param name="Error">The error code, when there is a fault.</param>
readonly record struct WalkOutcome(bool IsAllowed, ulong Frame, Rights Rights, bool IsLarge, bool IsGlobal, uint Error)
{
    /// <summary>The same outcome.</summary>
    public bool Is(WalkOutcome other) =>
        IsAllowed == other.IsAllowed && Frame == other.Frame && Rights == other.Rights
        && IsLarge == other.IsLarge && IsGlobal == other.IsGlobal && Error == other.Error;
}
