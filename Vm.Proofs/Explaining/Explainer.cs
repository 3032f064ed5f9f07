using Microsoft.Z3;
using Vm.Proofs.Conditions;
using Vm.Proofs.Queries;
using Vm.Proofs.Solving;

namespace Vm.Proofs;

/// <summary>Explains obligations one at a time.</summary>
public static class Explainer
{
    /// <summary>Proves the obligations of a clause again, and asks the solver what it needed.</summary>
    /// <param name="component">The component.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="clause">The clause, or a part of it such as <c>TabledInChain.next</c>.</param>
    /// <param name="options">The limits.</param>
    /// <returns>An explanation for each place where the operation owes the clause.</returns>
    /// <exception cref="SolverNotFoundException">No usable solver is installed.</exception>
    /// <exception cref="ComponentException">There is no such operation, or it does not owe such a clause.</exception>
    public static IReadOnlyList<Explanation> Explain(Component component, string operation, string clause, ProofOptions options)
    {
        var asked = options with { Operation = operation, CacheFolder = null, ExportFolder = null };
        var item = Prover.Selected(component, asked).FirstOrDefault()
            ?? throw new ComponentException($"the body of {operation} is taken on trust; vm audit says why");
        SolverInfo.Find();
        var conditions = OperationEncoder.Encode(component.Program, item);
        var chosen = conditions.Conditions
            .Where(condition => condition.Obligation.Clause == clause || condition.Obligation.Clause.StartsWith(clause + ".", StringComparison.Ordinal))
            .ToList();
        if (chosen.Count == 0)
        {
            throw new ComponentException(
                $"{operation} owes no clause {clause}; it owes "
                + string.Join(", ", conditions.Conditions.Select(condition => condition.Obligation.Clause).Distinct()));
        }

        using var prover = new SingleProver(component, item, conditions, asked);
        return [.. chosen.Select(prover.Explain)];
    }

    sealed class SingleProver(Component component, Vm.Generators.Ir.OperationItem item, OperationConditions conditions, ProofOptions options) : IDisposable
    {
        readonly ConditionSolver solver = new(conditions, options);
        readonly Counterexamples.LazySearch search = new(component, item, options);

        public Explanation Explain(Condition condition)
        {
            var decision = solver.Decide(condition);
            var result = OperationProver.ResultOf(condition.Obligation, decision, search);
            return new(result, condition.Assumptions, decision.Asked?.Facts.Count ?? 0, decision.Answer == Answer.Holds ? Core(decision.Asked) : []);
        }

        public void Dispose()
        {
            solver.Dispose();
            search.Dispose();
        }

        IReadOnlyList<string> Core(Query? query)
        {
            if (query is null) return [];

            using var session = new Z3Session();
            using var tracking = session.MakeSolver(options.Seed, options.Timeout, options.ResourceLimit);
            using var translator = new TermTranslator(session.Context);
            var facts = query.Facts.Select((fact, i) => (Name: session.Context.MkBoolConst($"fact:{i}"), Fact: fact)).ToList();
            foreach (var (name, fact) in facts) tracking.AssertAndTrack(translator.Formula(fact), name);
            if (tracking.Check() != Status.UNSATISFIABLE) return [];

            var core = tracking.UnsatCore.ToHashSet();
            return [.. facts.Where(fact => core.Contains(fact.Name)).Select(fact => fact.Fact.ToString())];
        }
    }
}
