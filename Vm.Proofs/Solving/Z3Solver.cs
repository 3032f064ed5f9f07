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

    public long Effort { get; private set; }

    /// <summary>What the solver's session has done since it began.</summary>
    public static long EffortOf(Solver solver)
    {
        using var statistics = solver.Statistics;
        return statistics["rlimit count"]?.UIntValue ?? 0;
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
        var status = solver.Check();
        Effort = EffortOf(solver);
        return status switch
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
