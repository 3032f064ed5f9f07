namespace Vm.Proofs.Tests;

public sealed class ComponentTests
{
    [Fact]
    public void Load_AssemblyWithoutRepresentation_SaysWhatToDo()
    {
        var failure = Assert.Throws<ComponentException>(() => Component.Load(typeof(string).Assembly));

        Assert.Contains("Vm.Generators", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_Malformed_SaysTheLine()
    {
        var failure = Assert.Throws<ComponentException>(() => Component.Parse("(vm-ir 1 X)\n(nonsense Y)"));

        Assert.Contains("line 2", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_WithoutState_SaysSo()
    {
        var failure = Assert.Throws<ComponentException>(() => Component.Parse("(vm-ir 1 X)"));

        Assert.Contains("[State]", failure.Message, StringComparison.Ordinal);
    }
}
