namespace Vm.Mmu;

/// <summary>What an access does with memory.</summary>
public enum AccessKind
{
    /// <summary>Reads data.</summary>
    Read,

    /// <summary>Writes data, or reads and writes it.</summary>
    Write,

    /// <summary>Fetches an instruction.</summary>
    Fetch,
}
