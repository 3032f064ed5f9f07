using Vm.Generators.Ir;
using Vm.Proofs.Conditions;
using Vm.Proofs.Exploration;
using Vm.Proofs.Reading;
using Vm.Proofs.Solving;

namespace Vm.Proofs.Mutation;

/// <summary>What the proof says about changed bodies.</summary>
sealed class MutantProof(IrProgram program, ProofOptions options)
{
    /// <summary>
    /// Rounds of instances that are tried before an obligation counts as refused. Those of the unchanged component need no more,
    /// which a test sees to.
    /// </summary>
    public const int Rounds = 2;

    /// <summary>In the solver's own units. Most of what is granted takes a thousandth; a question that stays open longer is not granted.</summary>
    const uint Patience = 1_500_000;

    /// <summary>An obligation of the changed operation that the proof does not grant, or null if it grants them all.</summary>
    /// <param name="changed">The component with the changed body.</param>
    /// <param name="operation">The name of the operation.</param>
    /// <param name="seen">What a run was seen to break: those obligations are asked first.</param>
    public Obligation? Refused(IrProgram changed, string operation, Violation? seen)
    {
        var conditions = OperationEncoder.Encode(changed, changed.CodeOf<OperationItem>(operation));
        using var solver = new ConditionSolver(conditions, options with { ResourceLimit = Math.Min(options.ResourceLimit, Patience) });
        return conditions.Conditions
            .Where(condition => !condition.Goal.IsTrue)
            .OrderBy(condition => seen is not null && Concerns(condition.Obligation, seen) ? 0 : 1)
            .FirstOrDefault(condition => solver.Decide(condition, Rounds).Answer != Answer.Holds)?.Obligation;
    }

    /// <summary>
    /// Whether the mutant is equal to its original: at the place of the change, in each operation that comes there, it is proved
    /// that the change makes no difference. So no run differs.
    /// </summary>
    public bool IsEqual(MutantClaim claim, IReadOnlyList<string> operations)
    {
        var claiming = program.With(claim.Body);
        return operations.All(operation => IsEqual(claiming, claiming.CodeOf<OperationItem>(operation), Texts.Of(claim.Condition)));
    }

    bool IsEqual(IrProgram claiming, OperationItem operation, string claimed)
    {
        var conditions = OperationEncoder.Encode(claiming, operation);
        var claims = conditions.Conditions.Where(condition => condition.Obligation.Place == SourcePlace.None).ToList();
        using var solver = new ConditionSolver(conditions, options);
        return claims.Any(condition => condition.Obligation.Sentence == claimed)
            && claims.All(condition => solver.Decide(condition, Rounds).Answer == Answer.Holds);
    }

    static bool Concerns(Obligation obligation, Violation seen) =>
        obligation.Kind == seen.Kind
        && (obligation.Clause == seen.Clause || obligation.Clause.StartsWith(seen.Clause + ".", StringComparison.Ordinal)
            || seen.Kind is ObligationKind.Panic or ObligationKind.NonNull or ObligationKind.LoopEnds);
}
