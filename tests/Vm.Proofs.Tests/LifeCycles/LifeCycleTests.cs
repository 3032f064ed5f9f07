using Vm.Proofs.Tests.Conditions;

namespace Vm.Proofs.Tests.LifeCycles;

public sealed class LifeCycleTests
{
    const string On = """(abstract On "on" ((c Cell)) (. (elem Cells c) On))""";
    const string Off = """(abstract Off "off" ((c Cell)) (not (. (elem Cells c) On)))""";
    const string Zero = """(abstract Zero "zero" ((c Cell)) (eq (. (elem Cells c) Value) 0:i32))""";

    static readonly string turnOn = SmallProgram.Operation(
        "Main", """(modifies "c.On")""" + SmallProgram.NotNull + SmallProgram.Requires("IsOff", "(not (. (elem Cells c) On))"),
        "(set (. (elem Cells c) On) true)");

    [Fact]
    public void Partition_OnAndOff_IsProved() =>
        Assert.All(Compute(On, Off).Partition, claim => Assert.Equal(Outcome.Proved, claim.Outcome));

    [Fact]
    public void Partition_StagesThatOverlap_IsNotProved() =>
        Assert.Contains(Compute(On, Off, Zero).Partition, claim => claim is { Claim: "no row is both On and Zero", Outcome: Outcome.Unknown });

    [Fact]
    public void Partition_StagesThatLeaveRowsOut_IsNotProved() =>
        Assert.Contains(Compute(On, Zero).Partition, claim => claim is { Claim: "every row is in a stage", Outcome: Outcome.Unknown });

    [Fact]
    public void Steps_OfAComponentThatCannotBeRun_AreImpossibleOrUnknown()
    {
        var report = Compute(On, Off);

        Assert.Equal([new Transition("Main", "c", "Off", "On", false)], report.Transitions);
        Assert.Equal(2 * 2 - 1 + 2, report.Impossible);
    }

    [Fact]
    public void Compute_WithoutStages_SaysTheWayOut() =>
        Assert.Contains("[AbstractState]", Assert.Throws<ComponentException>(() => Compute()).Message, StringComparison.Ordinal);

    static LifeCycleReport Compute(params string[] stages) =>
        LifeCycle.Compute(SmallProgram.With($"{string.Join('\n', stages)}\n{turnOn}"), new ProofOptions());
}
