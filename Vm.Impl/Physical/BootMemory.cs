using Vm.Resident;

namespace Vm.Physical;

/// <summary>Physical memory before there is an allocator (<c>vm_page_bootalloc</c>, <c>pmap_steal_memory</c>).</summary>
sealed class BootMemory(IReadOnlyList<BootSegment> segments, IPhysicalMap map)
{
    /// <summary>Where the kernel's own virtual addresses begin.</summary>
    const ulong VirtualStart = 0xFFFF_8000_0000_0000;

    /// <summary>The directly mapped segment, or the last one if there are fewer.</summary>
    readonly int directMap = Math.Min(2, segments.Count - 1);

    readonly ulong[] available = [.. segments.Select(segment => segment.AvailableFrame)];
    /// <summary>The kernel's first virtual address that is not mapped yet (<c>virtual_space_start</c>).</summary>
    ulong nextAddress = VirtualStart;

    /// <summary>First frame of a segment that is still free.</summary>
    public ulong Available(int segment) => available[segment];

    /// <summary>Takes frames for so many bytes and maps them one behind the other.</summary>
    /// <returns>The virtual address.</returns>
    /// <exception cref="ArgumentException">There is not so much memory.</exception>
    public ulong Steal(ulong bytes)
    {
        var address = nextAddress;
        var end = address + (bytes + ResidentState.PageSize - 1) / ResidentState.PageSize * ResidentState.PageSize;
        for (; nextAddress < end; nextAddress += ResidentState.PageSize) map.EnterKernel(nextAddress, TakeFrame());
        return address;
    }

    ulong TakeFrame()
    {
        for (var i = directMap; i >= 0; i--)
        {
            if (available[i] < segments[i].EndFrame) return available[i]++;
        }

        throw new ArgumentException("no physical memory is available for the module's tables", nameof(segments));
    }
}
