using Vm.Paging;

namespace Vm.Pmap;

/// <summary>
/// The physical-to-virtual table: where each frame is mapped, and what its former mappings knew about it.
/// </summary>
sealed class MappingLists(int frames)
{
    readonly List<VirtualAddress>?[] mappings = new List<VirtualAddress>?[frames];
    readonly FrameAttributes[] attributes = new FrameAttributes[frames];

    /// <summary>Kept here when a mapping is removed, because its A and D bits go with it.</summary>
    public ref FrameAttributes Attributes(uint frame) => ref attributes[frame];

    /// <summary>Number of mappings of the frame.</summary>
    public int Count(uint frame) => mappings[frame]?.Count ?? 0;

    /// <summary>One of the frame's mappings; removing it changes the index of none before it.</summary>
    public VirtualAddress At(uint frame, int index) => mappings[frame]![index];

    public void Add(uint frame, VirtualAddress va) => (mappings[frame] ??= []).Add(va);

    public void Remove(uint frame, VirtualAddress va)
    {
        var list = mappings[frame] ?? [];
        var index = list.FindIndex(mapping => mapping.Value == va.Value);
        if (index < 0) throw new InvalidOperationException($"frame {frame} is not listed as mapped at {va}");
        list.RemoveAt(index);
    }
}
