using Vm.Generators.Ir;
using Vm.Proofs.Counterexamples;
using Vm.Proofs.Interpretation;
using Vm.Proofs.Reading;

namespace Vm.Proofs.Exploration;

/// <summary>
/// Looks for a call from which an operation breaks a clause, among calls in states that other operations and the world outside lead
/// to; then makes what it found simpler, value by value.
/// </summary>
sealed class BrokenRuns
{
    const int Rounds = 20_000;
    const int Calls = 20_000;
    const int Compared = 16;

    readonly IrProgram program;
    readonly Interpreter clauses;
    readonly Judge judge;
    readonly EntryExplorer explorer;

    /// <param name="program">The component.</param>
    /// <param name="seeds">States in which the catalogue holds.</param>
    /// <param name="seed">Of the random choices.</param>
    public BrokenRuns(IrProgram program, IEnumerable<ConcreteState> seeds, int seed)
    {
        this.program = program;
        clauses = new Interpreter(program);
        judge = new Judge(program, clauses);
        explorer = new EntryExplorer(program, seeds, seed);
        explorer.Explore(Rounds);
    }

    /// <summary>
    /// Calls and the clauses that they break, the simplest for each clause: first invariants, then what callees require to keep them,
    /// then what else is promised, and last what the body itself notices; within these as they were come to.
    /// </summary>
    public IEnumerable<(Candidate Start, Violation Violation)> Find(OperationItem operation) => explorer.CallsOf(operation, Calls)
        .Select(start => (Start: start, Violation: judge.Run(operation, start)))
        .Where(run => run.Violation is not null)
        .Take(Compared)
        .GroupBy(run => run.Violation!)
        .OrderBy(runs => Rank(runs.Key.Kind))
        .Select(runs => (
            runs.Select(run => Simplified(operation, run.Start, runs.Key)).MinBy(start => start.State.NonZeroCount)!,
            runs.Key));

    static int Rank(string kind) => kind switch
    {
        ObligationKind.Invariant or ObligationKind.InvariantAtCall => 0,
        ObligationKind.Requires => 1,
        ObligationKind.Assert or ObligationKind.Panic => 3,
        _ => 2,
    };

    /// <summary>The call with every value zero that the violation does not need.</summary>
    Candidate Simplified(OperationItem operation, Candidate found, Violation violation)
    {
        var start = found with { State = found.State.Clone() };
        bool changed;
        do
        {
            changed = false;
            foreach (var table in program.State.Tables)
            {
                foreach (var field in Changing(program.Fields(table)))
                {
                    foreach (var row in start.State.Rows(table))
                        changed |= BecomesZero(() => start.State[table.Name, row, field.Name], value => start.State[table.Name, row, field.Name] = value);
                }
            }

            foreach (var field in Changing(program.Globals))
                changed |= BecomesZero(() => start.State[field.Name], value => start.State[field.Name] = value);
        }
        while (changed);

        return start;

        bool BecomesZero(Func<Int128> get, Action<Int128> set)
        {
            var was = get();
            if (was == 0) return false;

            set(0);
            if (clauses.ViolatedInvariant(start.State) is null
                && clauses.ViolatedRequires(operation.Name, start.Arguments, start.State) is null
                && judge.Run(operation, start) == violation) return true;

            set(was);
            return false;
        }
    }

    static IEnumerable<FieldDeclaration> Changing(IEnumerable<FieldDeclaration> fields) => fields.Where(field => field.Guard is not ConstantGuard);
}
