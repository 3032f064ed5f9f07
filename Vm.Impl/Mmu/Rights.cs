namespace Vm.Mmu;

/// <summary>
/// What a translation permits, each as something that an access can require; so one mask comparison decides an access.
/// </summary>
[Flags]
public enum Rights : byte
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Every level has RW.</summary>
    Writable = 1,

    /// <summary>Every level has US.</summary>
    User = 2,

    /// <summary>Some level lacks US: what SMEP and SMAP require of supervisor accesses.</summary>
    Supervisor = 4,

    /// <summary>No level has NX.</summary>
    Executable = 8,

    /// <summary>The leaf's dirty flag was set when the translation was cached. Only writes through the TLB require it.</summary>
    Dirty = 16,

    /// <summary>All of them.</summary>
    All = Writable | User | Supervisor | Executable | Dirty,
}
