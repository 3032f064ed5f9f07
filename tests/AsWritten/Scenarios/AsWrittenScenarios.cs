using Vm.Explore;
using Vm.Vocabulary;

namespace Vm.Cli.Scenarios;

/// <summary>
/// The operations as written, on several threads. No check stops a thread, so that it is seen what comes of the defect; the
/// catalogue is evaluated while no lock is held.
/// </summary>
public static class AsWrittenScenarios
{
    /// <summary>Each of them should fail.</summary>
    public static IReadOnlyList<Scenario> All { get; } =
    [
        Converting.AgainstWaiter<Off>("convert-waiter", (module, mem) => module.ConvertLockedAsWritten(mem)),
    ];
}
