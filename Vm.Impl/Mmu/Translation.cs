using Vm.Paging;

namespace Vm.Mmu;

/// <summary>What a walk found for one 4 KiB page.</summary>
/// <param name="Frame">The physical frame.</param>
/// <param name="Rights">What the whole path permits, and whether the leaf is dirty.</param>
/// <param name="IsLarge">The leaf maps more than 4 KiB, so other pages share it.</param>
/// <param name="IsGlobal">The translation outlives a load of CR3.</param>
public readonly record struct Translation(ulong Frame, Rights Rights, bool IsLarge, bool IsGlobal)
{
    /// <summary>The physical address of a virtual address in that page.</summary>
    public ulong AddressOf(VirtualAddress va) => (Frame << IPagingMode.PageShift) | va.Offset;
}
