using Vm.Vocabulary;

namespace Vm.Resident;

/// <summary>The paging queues of the segment: active and inactive, each for pages of internal and of external objects.</summary>
public static class PagingQueues
{
    /// <summary>Number of queues.</summary>
    public const int Count = 4;

    /// <summary>The queue for an active or inactive page of an external or internal object.</summary>
    [Pure]
    public static QueueId Of(bool active, bool external) =>
        new((active ? 0u : 2u) + (external ? 1u : 0u));
}
