using Vm.Paging;

namespace Vm.Pmap;

/// <summary>
/// The physical-to-virtual table: in which address spaces each frame is mapped, and what its former mappings knew about it
/// (<c>pv_head_table</c>, <c>pmap_phys_attributes</c>).
/// </summary>
sealed class MappingLists<TPaging>(int frames) where TPaging : struct, IPagingMode
{
    readonly List<(PhysicalMap<TPaging> Map, VirtualAddress Va)>?[] mappings = new List<(PhysicalMap<TPaging>, VirtualAddress)>?[frames];
    readonly FrameAttributes[] attributes = new FrameAttributes[frames];

    /// <summary>Kept here when a mapping is removed, because its A and D bits go with it.</summary>
    public ref FrameAttributes Attributes(uint frame) => ref attributes[frame];

    /// <summary>Number of mappings of the frame.</summary>
    public int Count(uint frame) => mappings[frame]?.Count ?? 0;

    /// <summary>One of the frame's mappings; removing it changes the index of none before it.</summary>
    public (PhysicalMap<TPaging> Map, VirtualAddress Va) At(uint frame, int index) => mappings[frame]![index];

    public void Add(uint frame, PhysicalMap<TPaging> map, VirtualAddress va) => (mappings[frame] ??= []).Add((map, va));

    public void Remove(uint frame, PhysicalMap<TPaging> map, VirtualAddress va)
    {
        var list = mappings[frame] ?? [];
        var index = list.FindIndex(mapping => mapping.Map == map && mapping.Va.Value == va.Value);
        if (index < 0) throw new InvalidOperationException($"frame {frame} is not listed as mapped at {va}");
        list.RemoveAt(index);
    }
}
