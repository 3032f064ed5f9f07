namespace Vm.Mmu;

/// <summary>The processor used a physical address at which the modeled machine has no memory.</summary>
/// <param name="address">The physical address.</param>
/// <param name="size">Bytes of memory that there are.</param>
public sealed class BusErrorException(ulong address, ulong size)
    : Exception($"physical address 0x{address:x} is beyond the {size >> 20} MiB of modeled memory")
{
    /// <summary>The physical address.</summary>
    public ulong Address { get; } = address;
}
