using Microsoft.Z3;
using Vm.Proofs.Queries;

namespace Vm.Proofs.Solving;

/// <summary>Z3 in this process.</summary>
sealed class Z3Solver : ISolver
{
    readonly ProofOptions options;
    readonly Z3Session session = new();
    readonly TermTranslator translator;

    public Z3Solver(ProofOptions options)
    {
        this.options = options;
        translator = new TermTranslator(session.Context);
    }

    public (Answer Answer, string? Reason) Ask(Query query)
    {
        try
        {
            return Check(query);
        }
        catch (Z3Exception e)
        {
            return (Answer.Failed, e.Message);
        }
    }

    public void Dispose() => session.Dispose();

    (Answer Answer, string? Reason) Check(Query query)
    {
        using var solver = session.MakeSolver(options.Seed, options.Timeout, query.Effort == 0 ? options.ResourceLimit : Math.Min(query.Effort, options.ResourceLimit));
        foreach (var fact in query.Facts) solver.Assert(translator.Formula(fact));
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
