using Vm.Paging;

namespace Vm.Mmu;

/// <summary>The access rules (Intel SDM volume 3A, section 4.6.1).</summary>
public static class AccessRules
{
    /// <summary>The rights over a path whose entries, combined, are writable, for users, and not executable as told.</summary>
    public static Rights Combined(bool writable, bool user, bool noExecute) =>
        (writable ? Rights.Writable : Rights.None)
        | (user ? Rights.User : Rights.Supervisor)
        | (noExecute ? Rights.None : Rights.Executable);

    /// <summary>The rights that an access needs.</summary>
    public static Rights Required(AccessKind kind, bool user, in ControlRegisters control)
    {
        if (user)
        {
            return Rights.User | kind switch
            {
                AccessKind.Write => Rights.Writable,
                AccessKind.Fetch => Rights.Executable,
                _ => Rights.None,
            };
        }

        if (kind == AccessKind.Fetch)
            return Rights.Executable | (control.Smep ? Rights.Supervisor : Rights.None);

        var data = control.Smap && !control.Ac ? Rights.Supervisor : Rights.None;
        return kind == AccessKind.Write && control.WriteProtect ? data | Rights.Writable : data;
    }

    /// <summary>The error code of a fault, as far as it describes the access and not the reason.</summary>
    public static PageFaultError Describe<TMode>(AccessKind kind, bool user, in ControlRegisters control)
        where TMode : struct, IPagingMode => new()
        {
            Write = kind == AccessKind.Write,
            User = user,
            Fetch = kind == AccessKind.Fetch && ((TMode.HasNoExecute && control.NoExecuteEnable) || control.Smep),
        };
}
