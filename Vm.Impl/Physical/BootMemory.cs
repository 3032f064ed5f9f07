namespace Vm.Physical;

/// <summary>Physical memory before there is an allocator (<c>vm_page_bootalloc</c>).</summary>
sealed class BootMemory(IReadOnlyList<BootSegment> segments)
{
    /// <summary>Where the kernel's own virtual addresses begin (<c>pmap_virtual_space</c>).</summary>
    public const ulong VirtualStart = 0xFFFF_8000_0000_0000;

    /// <summary>The directly mapped segment, or the last one if there are fewer.</summary>
    readonly int directMap = Math.Min(2, segments.Count - 1);

    readonly List<ulong> taken = [];

    readonly ulong[] available = [.. segments.Select(segment => segment.AvailableFrame)];

    /// <summary>First frame of a segment that is still free.</summary>
    public ulong Available(int segment) => available[segment];

    /// <summary>The frames that were taken, in that order.</summary>
    public IReadOnlyList<ulong> Taken => taken;

    /// <summary>Takes a frame, of the directly mapped segment if it has one (<c>vm_page_boot_seg_avail_size</c>).</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public ulong TakeFrame()
    {
        for (var i = directMap; i >= 0; i--)
        {
            if (available[i] >= segments[i].EndFrame) continue;

            taken.Add(available[i]++);
            return taken[^1];
        }

        throw new ArgumentException("no physical memory is available for the module's tables", nameof(segments));
    }
}
