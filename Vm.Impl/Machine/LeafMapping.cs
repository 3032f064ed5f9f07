namespace Vm.Machine;

/// <summary>A paging-structure entry that maps a page, with what the path to it permits.</summary>
/// <param name="Va">The first address that it maps, sign-extended where addresses have 64 bits.</param>
/// <param name="Pa">The physical address that it is mapped to.</param>
/// <param name="Size">Bytes of the page.</param>
/// <param name="Flags">The set bits of the leaf, in the order RW, US, PWT, PCD, A, D, G, NX.</param>
/// <param name="User">Every entry on the path lets user mode through.</param>
/// <param name="Writable">Every entry on the path allows writes.</param>
public sealed record LeafMapping(ulong Va, ulong Pa, ulong Size, IReadOnlyList<string> Flags, bool User, bool Writable);
