using Vm.Kernel;
using Vm.Vocabulary;

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
        while (MayBalance() && BalanceOnce())
        {
        }

        return CheckUsable();
    }

    IEnumerable<SegmentId> Segments => s.Segments.Take((int)s.SegmentCount);

    /// <summary>Some segment has memory to give away (<c>vm_page_may_balance</c>).</summary>
    bool MayBalance() => Segments.Any(HasPageAvailable);

    /// <summary>
    /// Moves one page, from the segment of lowest index that is short to the one of highest index that has memory
    /// (<c>vm_page_balance_once</c>, <c>vm_page_seg_balance</c>).
    /// </summary>
    bool BalanceOnce() => Segments.Any(from => Segments.Reverse().Any(to => to != from && MovePage(from, to)));

    /// <summary>
    /// Ends the pause of unprivileged allocation if all segments are usable (<c>vm_page_check_usable</c>). The pageout daemon then
    /// no longer expects to be told of external laundry.
    /// </summary>
    bool CheckUsable()
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

    /// <summary>A segment has memory to give away (<c>vm_page_seg_page_available</c>).</summary>
    [Inline]
    bool HasPageAvailable(SegmentId id)
    {
        ref Segment segment = ref s.Segments[id];
        using (segment.Lock.Enter())
        {
            return segment.FreeCount > segment.HighFree;
        }
    }

    /// <summary>A segment has enough free pages, or nothing that could be paged out (<c>vm_page_seg_usable</c>).</summary>
    [Inline]
    bool IsUsable(SegmentId id)
    {
        ref Segment segment = ref s.Segments[id];
        using (segment.Lock.Enter())
        {
            return segment.ActiveCount + segment.InactiveCount == 0 || segment.FreeCount >= segment.HighFree;
        }
    }
}
