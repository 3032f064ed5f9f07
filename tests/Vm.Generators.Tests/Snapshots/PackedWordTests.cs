using Vm.Generators.Tests.Harness;

namespace Vm.Generators.Tests.Snapshots;

public class PackedWordTests
{
    [Fact]
    public Task Page_OfTheSpecification_HasItsWords() =>
        Verify(RealSources.Spec.Generate()["Vm.Resident.Page.Packed.g.cs"]);

    [Fact]
    public Task InsertContract_OfTheSpecification_HasItsSnapshot() =>
        Verify(RealSources.Spec.Generate()["Vm.Resident.InsertContract.Snapshot.g.cs"]);
}
