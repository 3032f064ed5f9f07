using Vm.Kernel;

namespace Vm.Resident;

public sealed partial class ResidentModule<TMode>
{
    /// <summary>
    /// Moves pageable pages from segments that are short of memory to others, as long as there is such a pair, and lets
    /// unprivileged threads allocate again if all segments are usable (<c>vm_page_balance</c>).
    /// </summary>
    /// <returns>Whether allocation goes on.</returns>
    public bool Balance()
    {
        while (Segments.Any(HasPageAvailable) && BalanceOnce())
        {
        }

        return ResumeAllocation();
    }

    IEnumerable<SegmentId> Segments => s.Segments.Take((int)s.SegmentCount);

    /// <summary>Moves one page, from the segment of lowest priority that is short.</summary>
    bool BalanceOnce() => Segments.Any(from => Segments.Reverse().Any(to => to != from && MovePage(from, to)));

    /// <summary>A segment has memory to give away (<c>vm_page_seg_page_available</c>).</summary>
    bool HasPageAvailable(SegmentId id)
    {
        ref Segment segment = ref s.Segments[id];
        using (segment.Lock.Enter()) return segment.FreeCount > segment.HighFree;
    }

    /// <summary>A segment has enough free pages, or nothing that could be paged out (<c>vm_page_seg_usable</c>).</summary>
    bool IsUsable(SegmentId id)
    {
        ref Segment segment = ref s.Segments[id];
        using (segment.Lock.Enter())
        {
            return segment.ActiveCount + segment.InactiveCount == 0 || segment.FreeCount >= segment.HighFree;
        }
    }

    /// <summary>Ends the pause of unprivileged allocation if all segments are usable (<c>vm_page_check_usable</c>).</summary>
    bool ResumeAllocation()
    {
        using (s.FreeQueueLock.Enter())
        {
            if (!Segments.All(IsUsable)) return false;

            s.ExternalLaundryCount = -1;
            s.AllocPaused = false;
            events.Wakeup(new(EventKind.AllocPaused, 0));
            return true;
        }
    }
}
