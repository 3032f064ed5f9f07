using Vm.Mmu;
using Vm.Paging;

namespace Vm.Pmap;

/// <summary>
/// What a processor still has to forget (<c>cpu_update_list</c>). When more comes in than there is room for, it is to forget
/// everything.
/// </summary>
sealed class UpdateQueue<TPaging> where TPaging : struct, IPagingMode
{
    /// <summary>Places in the queue (<c>UPDATE_LIST_SIZE</c>).</summary>
    public const int Size = 4;

    readonly (PhysicalMap<TPaging> Map, VirtualAddress? Va)[] items = new (PhysicalMap<TPaging>, VirtualAddress?)[Size];
    int count;
    bool isOverflown;

    /// <summary>Whether nothing is waiting.</summary>
    public bool IsEmpty => count == 0;

    /// <summary>Notes an address of a map, or all of them.</summary>
    public void Add(PhysicalMap<TPaging> map, VirtualAddress? va)
    {
        if (count < Size) items[count++] = (map, va);
        else isOverflown = true;
    }

    /// <summary>Makes a translation cache forget what was noted for a map, or for the kernel's, and is empty again.</summary>
    public void Apply(ITranslationCache cache, PhysicalMap<TPaging>? current)
    {
        for (var i = 0; i < count && !isOverflown; i++)
        {
            var (map, va) = items[i];

            // Those of other programs were forgotten when CR3 was loaded.
            if (map != current && !map.IsKernel) continue;
            if (va is { } page) cache.Invalidate(page);
            else cache.Flush();
        }

        if (isOverflown) cache.Flush();
        (count, isOverflown) = (0, false);
    }
}
