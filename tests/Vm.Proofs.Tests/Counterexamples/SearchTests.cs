extern alias mutants;

using Vm.Proofs.Counterexamples;
using Vm.Resident;

namespace Vm.Proofs.Tests.Counterexamples;

public sealed class SearchTests
{
    static readonly Component Mutants =
        Component.Load(typeof(ResidentState).Assembly, typeof(mutants::Vm.Resident.ResidentModule<>).Assembly);

    /// <summary>Where the proof holds the scope holds nothing: the two encodings agree.</summary>
    [Theory]
    [InlineData("Remove", ObligationKind.Invariant, "TabledInChain.next")]
    [InlineData("Remove", ObligationKind.Invariant, "ResidentCount")]
    [InlineData("Insert", ObligationKind.Ensures, "IsTabled")]
    public void Find_ForAProvedObligation_FindsNothing(string operation, string kind, string clause) =>
        Assert.Null(Search(operation, kind, clause));

    [Fact]
    public void Find_ForABrokenCount_ShowsTheStateAndWhatChanged()
    {
        var found = Search("RemoveWithoutCounting", ObligationKind.Ensures, "OneFewerResident");

        Assert.NotNull(found);
        Assert.True(found.Executed);
        Assert.Equal("OneFewerResident", found.ViolatedClause);
        Assert.StartsWith("counterexample:", found.Note, StringComparison.Ordinal);
        Assert.Contains("ResidentPageCount", found.Table, StringComparison.Ordinal);
        Assert.Contains(">", found.Table, StringComparison.Ordinal);
    }

    /// <summary>The run up to where the clause breaks, with what each statement changed; a candidate has none.</summary>
    [Fact]
    public void Find_ForABrokenOperation_RecordsItsRun()
    {
        var found = Search("RemoveWithoutCounting", ObligationKind.Ensures, "OneFewerResident")!;

        Assert.All(found.Steps, step => Assert.NotEqual(SourcePlace.None, step.Place));
        Assert.Equal("RemoveWithoutCounting", found.Steps[0].Operation);
        Assert.Contains(found.Steps, step => step.Changes.Any(change => change.EndsWith(".Tabled: 1 -> 0", StringComparison.Ordinal)));
        Assert.DoesNotContain(found.Steps, step => step.Changes.Any(change => change.Contains("ResidentPageCount", StringComparison.Ordinal)));
        Assert.Contains(found.Steps, step => step is { Operation: "QueuesRemove", Depth: 1 });
        Assert.Empty(Search("RemoveKeepingTabled", ObligationKind.Invariant, "TabledInChain.top")!.Steps);
    }

    /// <summary>The run stops at the ensures clause that is looked at first, so this one stays a candidate.</summary>
    [Fact]
    public void Find_WhenTheRunStopsElsewhere_IsACandidate()
    {
        var found = Search("RemoveKeepingTabled", ObligationKind.Invariant, "TabledInChain.top");

        Assert.NotNull(found);
        Assert.False(found.Executed);
        Assert.StartsWith("candidate:", found.Note, StringComparison.Ordinal);
        Assert.Contains("IsLoose", found.Note, StringComparison.Ordinal);
    }

    static Counterexample? Search(string name, string kind, string clause)
    {
        var operation = Mutants.Program.Operations.Single(o => o.Name == name);
        var obligation = Vm.Proofs.Conditions.OperationEncoder.Encode(Mutants.Program, operation).Conditions
            .Select(condition => condition.Obligation)
            .Last(o => o.Kind == kind && o.Clause == clause);
        using var search = new CounterexampleSearch(Mutants, operation, new ProofOptions());
        return search.Find(obligation);
    }
}
