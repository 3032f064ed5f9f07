using Vm.Kernel;
using Vm.Vocabulary;

namespace Vm.Resident;

public sealed partial class ResidentModule<TMode>
{
    IEnumerable<SegmentId> Segments => s.Segments.Take((int)s.SegmentCount);

    /// <summary>
    /// Moves pageable pages from segments that are short of memory to others, as long as there is such a pair, and lets
    /// unprivileged threads allocate again if all segments are usable (<c>vm_page_balance</c>).
    /// </summary>
    /// <returns>Whether allocation goes on.</returns>
    [Operation(typeof(BalanceContract))]
    bool BalanceBody()
    {
        // Each page that is moved makes a segment less short, and all of them together are not short of more pages than there are.
        uint left = s.PhysicalPages;
        bool isMoved = true;
        while (isMoved && left > 0)
        {
            Loop.Decreases(left);
            left--;
            isMoved = BalanceOnce();
        }

        bool goesOn = CheckUsable();
        return goesOn;
    }

    /// <summary>
    /// Moves one page, from the segment of lowest index that is short to the one of highest index that has memory
    /// (<c>vm_page_balance_once</c>, <c>vm_page_seg_balance</c>).
    /// </summary>
    /// <returns>Whether a page was moved.</returns>
    [Operation(typeof(BalanceOnceContract))]
    bool BalanceOnceBody()
    {
        bool mayBalance = MayBalance();
        if (!mayBalance) return false;

        for (uint from = 0; from < s.SegmentCount; from++)
        {
            Loop.Decreases((long)s.SegmentCount - from);
            uint to = s.SegmentCount;
            while (to > 0)
            {
                Loop.Decreases(to);
                to--;

                // No segment is short and has memory to give away.
                bool isMoved = MovePage(new SegmentId(from), new SegmentId(to));
                if (isMoved) return true;
            }
        }

        return false;
    }

    /// <summary>Some segment has memory to give away (<c>vm_page_may_balance</c>).</summary>
    [Inline]
    bool MayBalance()
    {
        for (uint i = 0; i < s.SegmentCount; i++)
        {
            Loop.Decreases((long)s.SegmentCount - i);
            bool isAvailable = HasPageAvailable(new SegmentId(i));
            if (isAvailable) return true;
        }

        return false;
    }

    /// <summary>
    /// Ends the pause of unprivileged allocation if all segments are usable (<c>vm_page_check_usable</c>). The pageout daemon then
    /// no longer expects to be told of external laundry.
    /// </summary>
    [Inline]
    bool CheckUsable()
    {
        using (s.FreeQueueLock.Enter<TMode>())
        {
            for (uint i = 0; i < s.SegmentCount; i++)
            {
                Loop.Decreases((long)s.SegmentCount - i);
                bool isUsable = IsUsable(new SegmentId(i));
                if (!isUsable) return false;
            }

            s.ExternalLaundryCount = -1;
            s.AllocPaused = false;
            WakeAllocators();
            return true;
        }
    }

    /// <summary>Wakes who waits for memory.</summary>
    [External]
    void WakeAllocators() => events.Wakeup(new(EventKind.AllocPaused, 0));

    /// <summary>A segment has memory to give away (<c>vm_page_seg_page_available</c>).</summary>
    [Inline]
    bool HasPageAvailable(SegmentId id)
    {
        ref Segment segment = ref s.Segments[id];
        using (segment.Lock.Enter<TMode>())
        {
            return segment.FreeCount > segment.HighFree;
        }
    }

    /// <summary>A segment has enough free pages, or nothing that could be paged out (<c>vm_page_seg_usable</c>).</summary>
    [Inline]
    bool IsUsable(SegmentId id)
    {
        ref Segment segment = ref s.Segments[id];
        using (segment.Lock.Enter<TMode>())
        {
            return segment.ActiveCount + segment.InactiveCount == 0 || segment.FreeCount >= segment.HighFree;
        }
    }
}
