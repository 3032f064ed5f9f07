using Vm.Explore;
using Vm.Resident;
using Vm.Vocabulary;

namespace Vm.Cli.Scenarios;

/// <summary>What <c>vm explore</c> tries of the module as it is shipped. Clauses on locks, their order and assertions stop a thread.</summary>
static class ShippedScenarios
{
    public static IReadOnlyList<Scenario> All { get; } =
    [
        Converting.AgainstWaiter<Locks>("convert-waiter", (module, mem) => module.Convert(mem)),
        Converting.AgainstActivate<Locks>("convert-activate", (module, mem) => module.Convert(mem)),
        Tabling.ReplaceAgainstLookup<Locks>("replace-lookup"),
        Tabling.InsertAgainstInsert<Locks>("insert-insert"),
        Tabling.RenameAgainstRename<Locks>("rename-rename"),
        Queueing.FreeAgainstWire<Locks>("free-wire"),
        Queueing.FreeAgainstActivate<Locks>("free-activate"),
        Queueing.EvictAgainstFree<Locks>("evict-free"),
        Evicting.AgainstUser<Locks>("evict-order", Evict),
        Evicting.AgainstFastPager<Locks>("evict-gone", Evict),
        Evicting.AgainstLookup<Locks>("evict-lookup", Evict),
        Allocating.GrabAgainstRelease<Locks>("grab-release"),
        Allocating.FictitiousPages<Locks>("fictitious"),
        Waiting.WaitAgainstWakeup<Locks>("wait-wakeup"),
        Waiting.FreeAgainstWaiter<Locks>("free-waiter"),
        Waiting.TerminateAgainstLookup<Locks>("terminate-lookup"),
    ];

    static void Evict(ResidentModule<Locks> module) => module.Evict(out _);
}
