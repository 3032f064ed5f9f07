extern alias aswritten;

using Vm.Explore;

namespace Vm.Cli.Commands;

/// <summary><c>vm explore --as-written</c>: scenarios of the operations that are as the original has them.</summary>
static class AsWrittenExploration
{
    public static IReadOnlyList<Scenario> Scenarios => aswritten::Vm.Cli.Scenarios.AsWrittenScenarios.All;
}
