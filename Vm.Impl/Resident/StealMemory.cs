using Vm.Physical;

namespace Vm.Resident;

public sealed partial class ResidentModule<TMode>
{
    /// <summary>Physical memory before there is an allocator; null when there is one.</summary>
    BootMemory? bootMemory;

    /// <summary>Where the kernel's virtual addresses that nothing is mapped at begin (<c>virtual_space_start</c>).</summary>
    public ulong VirtualSpaceStart { get; private set; } = map?.VirtualStart ?? BootMemory.VirtualStart;

    /// <summary>
    /// Takes memory for the kernel's own tables before there is an allocator, and maps it at the next virtual addresses
    /// (<c>pmap_steal_memory</c>). It is never given back.
    /// </summary>
    /// <param name="bytes">How much; rounded up to whole pages.</param>
    /// <returns>The virtual address.</returns>
    /// <exception cref="InvalidOperationException">The allocator has the memory already.</exception>
    /// <exception cref="ArgumentException">There is not so much memory.</exception>
    ulong StealMemory(ulong bytes)
    {
        var memory = bootMemory ?? throw new InvalidOperationException("memory is stolen before the allocator has it");
        var address = VirtualSpaceStart;
        var end = address + (bytes + ResidentState.PageSize - 1) / ResidentState.PageSize * ResidentState.PageSize;
        for (; VirtualSpaceStart < end; VirtualSpaceStart += ResidentState.PageSize)
            map.EnterKernel(VirtualSpaceStart, memory.TakeFrame());
        return address;
    }
}
