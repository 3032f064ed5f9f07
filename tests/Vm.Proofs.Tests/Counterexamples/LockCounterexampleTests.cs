using Vm.Generators.Ir;
using Vm.Proofs.Conditions;
using Vm.Proofs.Counterexamples;
using Vm.Proofs.Mutation;
using Vm.Proofs.Solving;
using Vm.Proofs.Tests.Interpretation;

namespace Vm.Proofs.Tests.Counterexamples;

/// <summary>A body without one of its locks is refuted by a run that breaks the rule.</summary>
public sealed class LockCounterexampleTests
{
    static readonly Component Component = ResidentComponent.Component;

    [Theory]
    [InlineData("ReleaseFictitious", "FictitiousCount is used without FreeQueue")]
    public void Body_WithoutItsLock_IsRefutedByARun(string operation, string rule)
    {
        var code = Component.Program.CodeOf<OperationItem>(operation);
        var mutant = new BodyMutator(Component.Program).Of(code).First(m => m.Name.EndsWith("=> no lock", StringComparison.Ordinal));
        var changed = Component.With(mutant.Body);
        var broken = changed.Program.CodeOf<OperationItem>(operation);
        var conditions = OperationEncoder.Encode(changed.Program, broken);
        var options = new ProofOptions { Timeout = TimeSpan.FromSeconds(20) };
        using var solver = new ConditionSolver(conditions, options);
        using var search = new LazySearch(changed, broken, options);

        var results = conditions.Conditions
            .Where(condition => condition.Obligation.Kind == ObligationKind.Lock && !condition.Goal.IsTrue)
            .Select(condition => OperationProver.ResultOf(condition.Obligation, solver.Decide(condition), search));

        Assert.Contains(results, result => result.Outcome == Outcome.Refuted
            && result.Counterexample!.Note.Contains(rule, StringComparison.Ordinal) && !result.Counterexample.StopsTheComponent);
    }

    [Fact]
    public void Body_AsItIs_BreaksNoRuleInARun()
    {
        var operation = Component.Program.CodeOf<OperationItem>("ReleaseFictitious");
        using var scope = new SmallScope(Component, operation, new ProofOptions());
        var exit = scope.Conditions.Conditions.First(condition => condition.Obligation.Kind == ObligationKind.Ensures);
        var start = scope.Finder.Find(exit with { Goal = scope.Conditions.Terms.False })!;

        Assert.Null(LockRun.Broken(Component.Program, operation, start, Component.Program.PlaceOf("ReleaseFictitious")));
    }
}
