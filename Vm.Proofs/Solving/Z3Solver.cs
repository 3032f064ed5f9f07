using Microsoft.Z3;
using Vm.Proofs.Queries;
using Vm.Proofs.Terms;

namespace Vm.Proofs.Solving;

/// <summary>Z3 in this process.</summary>
sealed class Z3Solver : ISolver
{
    readonly ProofOptions options;
    readonly Z3Session session = new();
    readonly TermTranslator translator;

    Solver? solver;
    IReadOnlyList<Term> shared = [];
    int asserted;

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

    public IReadOnlyList<Term>? Conflict(Query query)
    {
        try
        {
            return Tracked(query);
        }
        catch (Z3Exception)
        {
            return null;
        }
    }

    public void Dispose()
    {
        solver?.Dispose();
        translator.Dispose();
        session.Dispose();
    }

    (Answer Answer, string? Reason) Check(Query query)
    {
        if (query.SharedCount == 0)
        {
            // The other solver goes on knowing what it knows.
            using var alone = MakeSolver();
            return Check(query, alone);
        }

        var asked = Knowing(query);
        asked.Push();
        try
        {
            return Check(query, asked);
        }
        finally
        {
            asked.Pop();
        }
    }

    (Answer Answer, string? Reason) Check(Query query, Solver asked)
    {
        Assert(query.Own, asked);
        var status = asked.Check();
        Effort = EffortOf(asked);
        return status switch
        {
            Status.UNSATISFIABLE => (Answer.Holds, null),
            Status.SATISFIABLE => (Answer.DoesNotFollow, null),
            _ when IsLimit(asked.ReasonUnknown) => (Answer.OutOfResource, $"the limit on time or resources was reached ({asked.ReasonUnknown})"),
            _ => (Answer.GaveUp, asked.ReasonUnknown),
        };
    }

    IReadOnlyList<Term>? Tracked(Query query)
    {
        using var asked = MakeSolver();
        var facts = new Dictionary<string, Term>();
        foreach (var fact in query.Facts)
        {
            using var name = session.Context.MkBoolConst($"fact {facts.Count}");
            asked.AssertAndTrack(translator.Formula(fact), name);
            facts.Add(name.FuncDecl.Name.ToString()!, fact);
        }

        var status = asked.Check();
        Effort = EffortOf(asked);
        return status == Status.UNSATISFIABLE ? [.. asked.UnsatCore.Select(name => facts[name.FuncDecl.Name.ToString()!])] : null;
    }

    Solver MakeSolver() => session.MakeSolver(options.Seed, options.Timeout, options.ResourceLimit);

    /// <summary>The solver, once it knows what the question shares with others.</summary>
    Solver Knowing(Query query)
    {
        if (solver is null || shared != query.Shared || asserted > query.SharedCount)
        {
            solver?.Dispose();
            solver = MakeSolver();
            (shared, asserted) = (query.Shared, 0);
        }

        Assert(query.Shared.Take(asserted..query.SharedCount), solver);
        asserted = query.SharedCount;
        return solver;
    }

    void Assert(IEnumerable<Term> facts, Solver to)
    {
        foreach (var fact in facts) to.Assert(translator.Formula(fact));
    }

    // Cut off before it began to search, the solver gives "unknown" as the reason.
    static bool IsLimit(string reason) =>
        reason == "unknown"
        || reason.Contains("timeout", StringComparison.Ordinal)
        || reason.Contains("resource", StringComparison.Ordinal)
        || reason.Contains("canceled", StringComparison.Ordinal);
}
