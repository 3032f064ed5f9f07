namespace Vm.Cli.Tests;

public class UsageTests
{
    [Fact]
    public void Prove_UnknownOption_IsRefusedWithTheWayOut() =>
        Cli.Run("prove", "--bogus").ShouldRefuse(2, "vm: ", "'--bogus'", "vm prove --help");

    [Fact]
    public void Run_UnknownOptionInThePlaceOfTheTrace_IsNamed() =>
        Cli.Run("run", "--nope", "x").ShouldRefuse(2, "vm: ", "'--nope'", "vm run --help");

    [Fact]
    public void Vm_UnknownVerb_IsRefusedWithTheWayOut() =>
        Cli.Run("prov").ShouldRefuse(2, "vm: ", "'prov'", "vm --help");

    [Fact]
    public void Run_WithoutTrace_IsRefused() =>
        Cli.Run("run").ShouldRefuse(2, "vm: ", "vm run --help");

    [Theory]
    [InlineData("0")]
    [InlineData("-3")]
    [InlineData("many")]
    [InlineData("99999999999")]
    public void Run_FramesNotANumberFromOne_IsRefused(string frames) =>
        Cli.Run("run", TestData.Trace("ls"), "--frames", frames).ShouldRefuse(2, "--frames", $"'{frames}'");

    [Fact]
    public void Run_UnknownMode_IsRefusedWithTheModes() =>
        Cli.Run("run", TestData.Trace("ls"), "--mode", "some").ShouldRefuse(2, "'some'", "off", "contracts", "full");

    [Fact]
    public void Prove_UnknownFormat_IsRefusedWithTheFormats() =>
        Cli.Run("prove", "--format", "xml").ShouldRefuse(2, "'xml'", "text", "json");

    [Fact]
    public void Prove_UnknownOperation_IsRefused() =>
        Cli.Run("prove", "--operation", "Isnert").ShouldRefuse(2, "Isnert", "Insert, ");

    [Theory]
    [InlineData("Remove")]
    [InlineData("Remove.")]
    [InlineData("Isnert.ResidentCount")]
    [InlineData("Remove.Nothing")]
    public void Explain_WhatIsNotOwed_IsRefused(string obligation) =>
        Cli.Run("explain", obligation).ShouldRefuse(2, "vm: ");

    [Fact]
    public void Prove_TwoQuestionsAtOnce_IsRefused() =>
        Cli.Run("prove", "--vacuity", "--seeds", "2").ShouldRefuse(2, "--vacuity", "--seeds", "give one of them");

    [Fact]
    public void Help_OfEachVerb_IsPrinted()
    {
        foreach (var verb in new[] { "prove", "run", "replay", "explain", "explore", "states", "audit", "doctor" })
        {
            var help = Cli.Run(verb, "--help");
            Assert.Equal(0, help.ExitCode);
            Assert.Contains("vm " + verb, help.Output, StringComparison.Ordinal);
        }
    }
}
