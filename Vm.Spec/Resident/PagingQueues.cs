using Vm.Vocabulary;

namespace Vm.Resident;

/// <summary>The paging queues of each segment: active and inactive, each for pages of internal and of external objects.</summary>
public static class PagingQueues
{
    /// <summary>Number of queues.</summary>
    public static int CountFor(int segments) => 4 * segments;

    /// <summary>The queue of a segment for active or inactive pages of external or internal objects.</summary>
    [Pure, Opaque]
    public static QueueId Of(byte segment, bool active, bool external) =>
        new((uint)segment * 4 + (active ? 0u : 2u) + (external ? 1u : 0u));
}
