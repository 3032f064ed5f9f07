extern alias aswritten;

using Vm.Proofs;
using Vm.Resident;

namespace Vm.Cli;

/// <summary>What the command proves: the code that it also runs.</summary>
static class Components
{
    /// <summary>The specification and the resident-page module.</summary>
    public static Component Shipped() =>
        Component.Load(typeof(ResidentState).Assembly, typeof(ResidentModule<>).Assembly);

    /// <summary>The same specification over a module with operations in the original's order of statements, where the original breaks it.</summary>
    public static Component AsWritten() =>
        Component.Load(typeof(ResidentState).Assembly, typeof(aswritten::Vm.Resident.ResidentModule<>).Assembly);
}
