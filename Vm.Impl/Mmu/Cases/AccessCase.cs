using Vm.Paging;

namespace Vm.Mmu.Cases;

/// <summary>One access, the entries on its path, and what a conforming MMU does.</summary>
sealed record AccessCase
{
    /// <summary>The file's line, counted from 1.</summary>
    public required long Line { get; init; }

    /// <summary>The row's own number.</summary>
    public required string Id { get; init; }

    /// <summary>The paging mode's name.</summary>
    public required string Mode { get; init; }

    /// <summary>The address.</summary>
    public required VirtualAddress Va { get; init; }

    /// <summary>What the access does.</summary>
    public required AccessKind Kind { get; init; }

    /// <summary>Made in user mode.</summary>
    public required bool User { get; init; }

    /// <summary>A supervisor read of the address, with AC off, comes before.</summary>
    public required bool ReadFirst { get; init; }

    /// <summary>The control bits in force at the access.</summary>
    public required ControlRegisters Control { get; init; }

    /// <summary>The entries on the path, from the root down.</summary>
    public required IReadOnlyList<PathEntry> Path { get; init; }

    /// <summary>The error code, when the access faults.</summary>
    public required uint? Error { get; init; }

    /// <summary>The physical address, when the access is allowed and the file tells it.</summary>
    public required ulong? Address { get; init; }
}

/// <summary>An entry on the path of an access.</summary>
/// <param name="Level">Its level.</param>
/// <param name="Table">Physical address of its table.</param>
/// <param name="Before">The entry before the access; null where the path ends above.</param>
/// <param name="After">The entry afterwards; null if the file does not say.</param>
/// <param name="Open">Bits that the expectation leaves open.</param>
/// <param name="Field">The name of the column with <paramref name="After"/>.</param>
sealed record PathEntry(int Level, ulong Table, ulong? Before, ulong? After, ulong Open, string Field);
