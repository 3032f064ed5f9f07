namespace Vm.Paging;

/// <summary>Where the entry is that a walk looks at.</summary>
public static class EntryAddress
{
    /// <summary>The physical address of the entry for an address.</summary>
    /// <param name="table">Physical address of the table.</param>
    /// <param name="va">The address that is translated.</param>
    /// <param name="level">The table's level.</param>
    /// <typeparam name="TMode">The paging mode.</typeparam>
    public static ulong Of<TMode>(ulong table, VirtualAddress va, int level) where TMode : struct, IPagingMode =>
        table + (ulong)(TMode.Index(va, level) * TMode.EntrySize);
}
