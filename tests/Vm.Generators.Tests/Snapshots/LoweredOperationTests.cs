using Vm.Generators.Tests.Harness;

namespace Vm.Generators.Tests.Snapshots;

public class LoweredOperationTests
{
    [Fact]
    public Task Insert_OfTheComponent_IsLowered() => VerifyItem("Op_Insert");

    [Fact]
    public Task Remove_OfTheComponent_IsLowered() => VerifyItem("Op_Remove");

    static Task VerifyItem(string property, [System.Runtime.CompilerServices.CallerMemberName] string test = "") =>
        Verify(RealSources.Impl.Generate()[$"VmImplIr.{property}.g.cs"], method: test);
}
