using Vm.Proofs.Conditions;
using Vm.Proofs.Reading;
using Vm.Proofs.Solving;

namespace Vm.Proofs.LifeCycles;

/// <summary>Whether the invariants imply that each row is in exactly one stage.</summary>
static class StagePartition
{
    public static IReadOnlyList<PartitionResult> Prove(IrProgram program, ProofOptions options)
    {
        var kit = new EncoderKit(program, "stages", null);
        var (terms, ledger) = (kit.Terms, kit.Ledger);
        var stages = new Stages(program, terms);
        var state = kit.Changes.Unknown();
        foreach (var conjunct in kit.Invariants.Encode(state)) ledger.Assume(conjunct.Formula);
        var row = terms.Const("row", new Sorts(program).Handle(stages.Handle));
        ledger.Assume(stages.IsRow(terms, row));

        var names = program.AbstractStates;
        for (var i = 0; i < names.Count; i++)
        {
            for (var j = i + 1; j < names.Count; j++)
            {
                Oblige(
                    $"no row is both {names[i].Name} and {names[j].Name}",
                    terms.Not(terms.And(stages.Is(i, state, row), stages.Is(j, state, row))));
            }
        }

        Oblige("every row is in a stage", terms.Or(Enumerable.Range(0, names.Count).Select(stage => stages.Is(stage, state, row))));
        var conditions = new OperationConditions(terms, ledger.Assumptions, ledger.Conditions, state, [row], [], []);
        using var solver = new ConditionSolver(conditions, options);
        return [.. conditions.Conditions.Select(condition => new PartitionResult(condition.Obligation.Sentence, OutcomeOf(solver.Decide(condition).Answer)))];

        void Oblige(string claim, Terms.Term goal) =>
            ledger.Oblige(state, goal, "stages", "partition", claim, SourcePlace.None, SourcePlace.None);
    }

    static Outcome OutcomeOf(Answer answer) => answer switch
    {
        Answer.Holds => Outcome.Proved,
        Answer.OutOfResource => Outcome.OutOfResource,
        Answer.Failed => Outcome.Error,
        _ => Outcome.Unknown,
    };
}
