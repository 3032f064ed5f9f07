using System.Diagnostics;
using Microsoft.Z3;
using Vm.Proofs.Conditions;
using Vm.Proofs.Instantiation;

namespace Vm.Proofs.Solving;

/// <summary>Decides the conditions of one operation. For one thread.</summary>
sealed class ConditionSolver : IDisposable
{
    const int Rounds = 3;

    readonly OperationConditions operation;
    readonly ProofOptions options;
    readonly Z3Session session = new();
    readonly TermTranslator translator;
    readonly Normalizer normalizer;

    public ConditionSolver(OperationConditions operation, ProofOptions options)
    {
        (this.operation, this.options) = (operation, options);
        translator = new TermTranslator(session.Context);
        normalizer = new Normalizer(operation.Terms);
    }

    /// <summary>Whether the goal follows. More instances of the quantified facts are tried as long as it does not.</summary>
    public (Answer Answer, TimeSpan Time, string? Reason) Decide(Condition condition)
    {
        if (condition.Goal.IsTrue) return (Answer.Holds, TimeSpan.Zero, null);

        var terms = operation.Terms;
        var negated = terms.And(condition.Path, terms.Not(condition.Goal));
        var instantiator = new Instantiator(
            terms,
            operation.Assumptions.Take(condition.Assumptions).Append(negated).SelectMany(formula => normalizer.Clauses(formula)));
        var time = Stopwatch.StartNew();
        for (var round = 1; round <= Rounds; round++)
        {
            if (!instantiator.Round() && round > 1) break;

            var (answer, reason) = Ask(instantiator);
            if (answer != Answer.DoesNotFollow) return (answer, time.Elapsed, reason);
        }

        return (Answer.DoesNotFollow, time.Elapsed, null);
    }

    public void Dispose() => session.Dispose();

    (Answer Answer, string? Reason) Ask(Instantiator instantiator)
    {
        try
        {
            return Check(instantiator);
        }
        catch (Z3Exception e)
        {
            return (Answer.Failed, e.Message);
        }
    }

    (Answer Answer, string? Reason) Check(Instantiator instantiator)
    {
        using var solver = session.MakeSolver(options.Seed, options.Timeout, options.ResourceLimit);
        foreach (var fact in instantiator.Facts) solver.Assert(translator.Formula(fact));
        foreach (var fact in MachineFacts.About(operation.Terms, instantiator.Terms)) solver.Assert(translator.Formula(fact));
        return solver.Check() switch
        {
            Status.UNSATISFIABLE => (Answer.Holds, null),
            Status.SATISFIABLE => (Answer.DoesNotFollow, null),
            _ when IsLimit(solver.ReasonUnknown) => (Answer.OutOfResource, $"the limit on time or resources was reached ({solver.ReasonUnknown})"),
            _ => (Answer.GaveUp, solver.ReasonUnknown),
        };
    }

    // Cut off before it began to search, the solver gives "unknown" as the reason.
    static bool IsLimit(string reason) =>
        reason == "unknown"
        || reason.Contains("timeout", StringComparison.Ordinal)
        || reason.Contains("resource", StringComparison.Ordinal)
        || reason.Contains("canceled", StringComparison.Ordinal);
}
