using Vm.Generators.Tests.Harness;

namespace Vm.Generators.Tests.Snapshots;

public class WovenOperationTests
{
    [Fact]
    public Task Insert_OfTheComponent_IsWoven() =>
        Verify(RealSources.Impl.Generate()["Vm.Resident.ResidentModule_1.Insert.g.cs"]);

    [Fact]
    public Task Component_OfTheModule_ChecksItsCatalogue() =>
        Verify(RealSources.Impl.Generate()["Vm.Resident.ResidentModule_1.Component.g.cs"]);
}
