using System.Numerics;
using Vm.Kernel;
using Vm.Physical;

namespace Vm.Resident;

public sealed partial class ResidentModule<TMode>
{
    /// <summary>
    /// Makes the module for one segment of physical memory (<c>vm_page_bootstrap</c>, <c>vm_page_setup</c>): a descriptor for
    /// each frame, a hash table of the smallest power of two of buckets that is not less than the frames, and the
    /// available frames free.
    /// </summary>
    /// <param name="segment">The physical memory.</param>
    /// <param name="objects">Number of memory objects that can be alive at once.</param>
    /// <param name="map">The machine layer, or none.</param>
    /// <param name="events">Where threads sleep and are woken.</param>
    /// <exception cref="ArgumentException">The segment is empty or its available part lies outside of it.</exception>
    public static ResidentModule<TMode> Bootstrap(
        BootSegment segment, int objects, IPhysicalMap? map = null, Events? events = null)
    {
        if (segment.StartFrame >= segment.EndFrame
            || segment.AvailableFrame < segment.StartFrame || segment.AvailableFrame > segment.EndFrame)
        {
            throw new ArgumentException($"{segment} is empty or its available part lies outside of it", nameof(segment));
        }

        var state = new ResidentState(segment.Size, objects, (int)BitOperations.RoundUpToPowerOf2((uint)segment.Size))
        {
            StartFrame = segment.StartFrame,
            EndFrame = segment.EndFrame,
        };
        var module = new ResidentModule<TMode>(state, map, events);
        foreach (var mem in state.Pages) module.InitReserved(mem, segment.StartFrame + mem.V - 1);
        for (var frame = segment.AvailableFrame; frame < segment.EndFrame; frame++)
            module.FreePaBody(new PageId(frame - segment.StartFrame + 1), 0);

        if (TMode.Full) module.CheckInvariants(nameof(Bootstrap));
        return module;
    }

    /// <summary>A page as it is before the allocator gets it (<c>vm_page_init_pa</c>).</summary>
    void InitReserved(PageId mem, uint frame)
    {
        InitPage(mem);
        ref Page page = ref s.Pages[mem];
        page.Type = PageType.Reserved;
        page.Order = Page.Unlisted;
        page.Frame = frame;
    }
}
