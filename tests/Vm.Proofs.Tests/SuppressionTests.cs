using Vm.Resident;
using Vm.Vocabulary;

[assembly: IrCarrier(typeof(Vm.Proofs.Tests.SuppressingIr))]

namespace Vm.Proofs.Tests;

/// <summary>What an assembly's sources let pass is taken on trust.</summary>
public sealed class SuppressionTests
{
    [Fact]
    public void Suppressions_OfAnAssembly_AreTrustedWithPlaceAndReason()
    {
        var component = Component.Load(typeof(ResidentState).Assembly, typeof(SuppressionTests).Assembly);
        var item = Assert.Single(component.Trusted, item => item.Name == "VM0008, let pass by #pragma warning disable");
        Assert.Equal(("The copy is meant.", "Tests/Copy.cs(7,1)"), (item.Reason, $"{item.Place}"));
    }

    [Fact]
    public void Suppressions_OfAnAssemblyThatHasNone_AreNone() =>
        Assert.DoesNotContain(Component.Load(typeof(ResidentState).Assembly).Trusted, item => item.Name.Contains("let pass", StringComparison.Ordinal));

    [Fact]
    public void Line_WithoutAReason_IsRefused() =>
        Assert.Throws<ComponentException>(() => Reading.Suppression.Read("#pragma warning disable\tVM0008\tTests/Copy.cs\t7\t1").ToList());
}

/// <summary>What the generator writes for an assembly with one suppression; <c>docs/ir.md</c> has the form.</summary>
static class SuppressingIr
{
    public static string Text => "(vm-ir 1 Tests)\n";

    public static string Map => "";

    public static string Suppressions => "#pragma warning disable\tVM0008\tTests/Copy.cs\t7\t1\tThe copy is meant.\n";
}
