using Vm.Explore;
using Vm.Resident;
using Vm.Vocabulary;

namespace Vm.Cli.Scenarios;

/// <summary>
/// The operations as written, on several threads. No check stops a thread, so that it is seen what comes of the defect; the
/// catalogue is evaluated at the end.
/// </summary>
public static class AsWrittenScenarios
{
    /// <summary>Each of them should fail.</summary>
    public static IReadOnlyList<Scenario> All { get; } =
    [
        Converting.AgainstActivate<Off>("convert-activate", (module, mem) => module.ConvertAsWritten(mem)),
        Converting.AgainstWaiter<Off>("convert-waiter", (module, mem) => module.ConvertLockedAsWritten(mem)),
        Evicting.AgainstUser<Off>("evict-order", Evict),
        Evicting.AgainstFastPager<Off>("evict-gone", Evict),
        Evicting.AgainstLookup<Off>("evict-stale", Evict),
        Counting.AgainstEvict("external-laundry"),
    ];

    static void Evict(ResidentModule<Off> module) =>
        module.EvictFromAsWritten(new SegmentId(0), externalOnly: false, allocPaused: true);

    /// <summary>The scenario of a name.</summary>
    public static Scenario Of(string name) => All.First(scenario => scenario.Name == name);
}
