using Vm.Proofs.Sharding;

namespace Vm.Proofs.Tests.Sharding;

/// <summary>Obligations are shared evenly by what they are known to cost, and the same way everywhere.</summary>
public sealed class ShardPlanTests
{
    /// <summary>As in a real proof: a few are worth hundreds of the others, and nothing tells which.</summary>
    static readonly IReadOnlyList<Owed> Skewed = [.. Enumerable.Range(0, 1_000).Select(i => new Owed(ObligationOf(i), 1_000))];

    static readonly RecordedCosts Known = new(Enumerable.Range(0, 12).Select(i => $"{1_000_000}\tSwap\tinvariant\tClause{80 * i}\t1"));

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Plan_WithRecordedCosts_IsEven(int count) => Assert.InRange(Unevenness(new ShardPlan(Skewed, count, Known), count), 1, 1.05);

    /// <summary>The must-fail twin: what makes the parts even is the record.</summary>
    [Fact]
    public void Plan_WithoutRecordedCosts_IsUneven() => Assert.True(Unevenness(new ShardPlan(Skewed, 8, new RecordedCosts()), 8) > 1.3);

    [Fact]
    public void Plan_GivesEachObligationToOnePart()
    {
        var plan = new ShardPlan(Skewed, 7, Known);

        Assert.Equal(Enumerable.Range(0, Skewed.Count), Enumerable.Range(1, 7).SelectMany(part => plan.Of(new(part, 7))).Order());
    }

    [Fact]
    public void Hash_SaysWhetherPlansAreTheSame()
    {
        var plan = new ShardPlan(Skewed, 3, Known);

        Assert.Equal(plan.Hash, new ShardPlan(Skewed, 3, Known).Hash);
        Assert.NotEqual(plan.Hash, new ShardPlan(Skewed, 4, Known).Hash);
        Assert.NotEqual(plan.Hash, new ShardPlan(Skewed, 3, new RecordedCosts()).Hash);
        Assert.NotEqual(plan.Hash, new ShardPlan([.. Skewed.Skip(1)], 3, Known).Hash);
    }

    [Fact]
    public void Costs_OfAnotherForm_AreRefusedWithTheLine() =>
        Assert.Contains("line 2", Assert.Throws<FormatException>(() => new RecordedCosts(["# costs", "12 Swap"])).Message, StringComparison.Ordinal);

    static Obligation ObligationOf(int number) =>
        new("Swap", ObligationKind.Invariant, $"Clause{number}", "it holds", SourcePlace.None, SourcePlace.None);

    static double Unevenness(ShardPlan plan, int count)
    {
        var loads = Enumerable.Range(1, count).Select(part => plan.Of(new(part, count)).Sum(position => position % 80 == 0 && position < 960 ? 1_000_000 : 1_000)).ToList();
        return (double)loads.Max() / loads.Min();
    }
}
