namespace Vm.Proofs.Tests.Mutation;

public sealed class ListedMutantsTests
{
    const string Text = """
        # the world outside
        *: ZeroPage(*) => nothing
        Grab: return AllocPa(0, 2) => return null
        """;

    [Fact]
    public void ReasonFor_NameThatIsListed_IsTheLineAbove()
    {
        var listed = new ListedMutants(Text);

        Assert.Equal("the world outside", listed.ReasonFor("ZeroFill: ZeroPage(Pages[mem].Frame) => nothing"));
        Assert.Null(listed.ReasonFor("Grab: return AllocPa(0, 2) => return AllocPa(1, 2)"));
    }

    [Fact]
    public void Stale_NamesOfNoMutant_AreTold() => Assert.Equal(
        ["Grab: return AllocPa(0, 2) => return null"],
        new ListedMutants(Text).Stale(["ZeroFill: ZeroPage(Pages[mem].Frame) => nothing"]));

    [Fact]
    public void Text_NameWithoutReason_IsRefused()
    {
        var failure = Assert.Throws<FormatException>(() => new ListedMutants("Grab: return AllocPa(0, 2) => return null"));

        Assert.Contains("no reason", failure.Message, StringComparison.Ordinal);
    }
}
