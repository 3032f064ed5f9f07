namespace Vm.Machine;

/// <summary>What a record of a trace did.</summary>
public enum RecordKind
{
    /// <summary><c>I</c>: fetched an instruction.</summary>
    Instruction,

    /// <summary><c>L</c>: loaded data.</summary>
    Load,

    /// <summary><c>S</c>: stored data.</summary>
    Store,

    /// <summary><c>M</c>: loaded and stored the same place.</summary>
    Modify,
}
