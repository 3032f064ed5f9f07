using Vm.Proofs.Tests.Conditions;
using Vm.Proofs.Tests.Interpretation;

namespace Vm.Proofs.Tests.Vacuity;

public sealed class CheckExitsTests
{
    [Fact]
    public void CheckExits_OfAnOperation_RunsToEachExit()
    {
        var report = Prover.CheckExits(ResidentComponent.Component, new ProofOptions { Operation = "GrabFictitious" });

        Assert.Equal(2, report.Exits.Count);
        Assert.All(report.Exits, exit => Assert.Equal(ExitVerdict.Reached, exit.Verdict));
    }

    /// <summary>The must-fail twin: whoever promises the impossible is found out, though every obligation is "proved".</summary>
    [Theory]
    [InlineData("(lt (global Total) 0:i32)", "")]
    [InlineData("true", "(perform Impossible c s n)")]
    public void CheckExits_UnderAContradiction_AreVacuous(string requires, string body)
    {
        var impossible = SmallProgram.Operation("Impossible", SmallProgram.Ensures("No", "(lt (global Total) (global Total))"), "")
            .Replace("(op Impossible ImpossibleContract", "(op Impossible ImpossibleContract (trusted \"wrongly\")", StringComparison.Ordinal);
        var main = SmallProgram.Operation(
            "Main", SmallProgram.Requires("Given", requires) + SmallProgram.Requires("NotNegative", "(le 0:i32 (global Total))"), body);
        var component = SmallProgram.With($"{impossible}\n{main}");

        var exit = Assert.Single(Prover.CheckExits(component, new ProofOptions { Operation = "Main" }).Exits);

        Assert.Equal(ExitVerdict.Vacuous, exit.Verdict);
        Assert.All(Prover.Prove(component, new ProofOptions { Operation = "Main" }).Results, r => Assert.Equal(Outcome.Proved, r.Outcome));
    }

    [Fact]
    public void CheckExits_WithoutContradiction_AreConsistent()
    {
        var component = SmallProgram.With(SmallProgram.Operation("Main", SmallProgram.Requires("Given", "(lt (global Total) 0:i32)"), ""));

        var exit = Assert.Single(Prover.CheckExits(component, new ProofOptions()).Exits);

        Assert.Equal(ExitVerdict.Consistent, exit.Verdict);
    }
}
