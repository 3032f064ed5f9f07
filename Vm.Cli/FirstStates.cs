using Vm.Physical;
using Vm.Resident;
using Vm.Vocabulary;

namespace Vm.Cli;

/// <summary>
/// States of the module that random runs begin with, small enough to try many: right after bootstrap, of one segment, and of two, without
/// and with a reserve; with pages in use; and with as many page structures as are made at a time.
/// </summary>
static class FirstStates
{
    public static IReadOnlyList<object> All() =>
    [
        Booted([6]).State, Booted([9, 9]).State, Booted([6, 6], reserve).State, InUse(Booted([9])), InUse(Booted([6, 6], reserve)),
        Unusual(Booted([9], reserved: 2)), Booted([4], fictitious: MoreFictitiousContract.Quantum).State, New(),
    ];

    /// <summary>Fewer buckets than the module makes for so many frames, so that runs come to chains of several pages.</summary>
    public static int FewBuckets(int frames) => ResidentHash.BucketsFor(frames) / 2;

    static readonly FreeTargets reserve = new(Min: 0, Low: 1, High: 3);

    static ResidentState InUse(ResidentModule<Full> module)
    {
        const ulong pages = 4;
        var (s, owner) = (module.State, new ObjectId(1));
        using (s.Objects[owner].Lock.Enter())
        {
            for (ulong i = 0; i < pages; i++)
            {
                var mem = module.Alloc(owner, i * 2 * ResidentState.PageSize);
                module.PageWakeupDone(mem);
                using (s.PageQueuesLock.Enter()) module.Activate(mem);
            }
        }

        return s;
    }

    /// <summary>What few runs come to: an absent page, a wired page without memory, one key in two objects, an offset within a page.</summary>
    static ResidentState Unusual(ResidentModule<Full> module)
    {
        const ulong within = ResidentState.PageSize - 1, behind = 4 * ResidentState.PageSize;
        var (s, first, second) = (module.State, new ObjectId(1), new ObjectId(2));
        using (s.Objects[first].Lock.Enter())
        {
            module.PageWakeupDone(module.Alloc(first, within));
            s.Pages[module.Alloc(first, behind)].Precious = true;

            var absent = module.Alloc(first, 0);
            s.Objects[first].AbsentCount++;
            s.Pages[absent].Absent = true;

            module.MakeFictitious(new PageId(s.PhysicalPages + 1));
            var placeholder = module.GrabFictitious();
            using (s.PageQueuesLock.Enter())
            {
                module.Insert(placeholder, first, ResidentState.PageSize);
                module.Wire(placeholder);
            }
        }

        using (s.Objects[second].Lock.Enter()) module.PageWakeupDone(module.Alloc(second, behind));
        return s;
    }

    /// <summary>Before bootstrap has set anything up: two segments, and a page of none.</summary>
    static ResidentState New()
    {
        var state = new ResidentState(pages: 4, objects: 1, buckets: 4, segments: 2) { PhysicalPages = 3 };
        (state.Segments[new SegmentId(0)].FirstPage, state.Segments[new SegmentId(0)].StartFrame) = (new PageId(1), 16);
        (state.Segments[new SegmentId(1)].FirstPage, state.Segments[new SegmentId(1)].StartFrame) = (new PageId(3), 32);
        return state;
    }

    static ResidentModule<Full> Booted(ulong[] frames, FreeTargets? targets = null, ulong reserved = 0, int fictitious = 3)
    {
        const ulong distance = 16, foreignFrame = 1 << 20;
        var segments = frames.Select((count, i) => new BootSegment((ulong)i * distance, (ulong)i * distance + count, (ulong)i * distance + reserved));
        var options = new BootOptions
        {
            Objects = 2,
            FictitiousPages = fictitious,
            Reserve = false,
            Targets = targets,
            Buckets = FewBuckets(frames.Sum(count => (int)count)),
        };
        var module = ResidentModule<Full>.Bootstrap([.. segments], options);
        module.CreateObject(isInternal: true, size: 1 << 16);
        module.CreateObject(isInternal: false, size: 1 << 16);

        // A page of memory that is not the module's, as a device driver makes one.
        ref Page foreign = ref module.State.Pages[new PageId((uint)module.State.Pages.Count)];
        foreign.Private = true;
        foreign.Frame = foreignFrame;
        return module;
    }
}
