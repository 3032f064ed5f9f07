using Microsoft.Z3;
using Vm.Proofs.Conditions;
using Vm.Proofs.Instantiation;
using Vm.Proofs.Solving;
using Vm.Proofs.Terms;

namespace Vm.Proofs.LifeCycles;

/// <summary>
/// The edges that what is known of any number of rows does not exclude. That an edge is excluded is a proof; that it is not says
/// nothing, because a solver's model without quantifiers need not be a state.
/// </summary>
sealed class OpenEdges : IDisposable
{
    readonly OperationConditions conditions;
    readonly OperationRows rows;
    readonly int stages;
    readonly ProofOptions options;
    readonly Z3Session session = new();
    readonly TermTranslator translator;
    readonly Normalizer normalizer;

    public OpenEdges(OperationConditions conditions, OperationRows rows, int stages, ProofOptions options)
    {
        (this.conditions, this.rows, this.stages, this.options) = (conditions, rows, stages, options);
        translator = new TermTranslator(session.Context);
        normalizer = new Normalizer(conditions.Terms);
    }

    /// <summary>The edges of a way that the instances of one round do not exclude.</summary>
    public IReadOnlyList<Edge> Of(Way way)
    {
        var instantiator = Instantiate(way);
        using var solver = SolverOf(instantiator);
        var found = new List<Edge>();
        foreach (var stage in Enumerable.Range(0, stages))
        {
            if (new Edge(way.Row, stage, stage) is { IsPlain: true } plain) Exclude(plain);
        }

        Status status;
        while ((status = solver.Check()) == Status.SATISFIABLE)
        {
            using var model = solver.Model;
            var edge = new Edge(way.Row, First(model, stage => rows.Before(way, stage)), First(model, stage => rows.After(way, stage)));
            found.Add(edge);
            Exclude(edge);
        }

        // Without an answer nothing is excluded.
        return status == Status.UNSATISFIABLE ? found : [.. All(way)];

        void Exclude(Edge edge) => solver.Assert(session.Context.MkNot(translator.Formula(rows.Takes(way, edge))));
    }

    public void Dispose()
    {
        translator.Dispose();
        session.Dispose();
    }

    IEnumerable<Edge> All(Way way) =>
        from before in Enumerable.Range(0, stages)
        from after in Enumerable.Range(0, stages)
        let edge = new Edge(way.Row, before, after)
        where !edge.IsPlain
        select edge;

    /// <summary>What is known, at the rows that the stages of the way's row make interesting.</summary>
    Instantiator Instantiate(Way way)
    {
        var terms = conditions.Terms;
        var numbers = Enumerable.Range(0, stages).ToList();
        var asked = terms.And(
            way.Condition,
            terms.Or(numbers.Select(stage => rows.Before(way, stage))),
            terms.Or(numbers.Select(stage => rows.After(way, stage))));
        var instantiator = new Instantiator(terms);
        instantiator.Add(conditions.Assumptions.Take(way.Exit.Assumptions).Append(asked).SelectMany(fact => normalizer.Clauses(fact)));
        instantiator.Instantiate();
        return instantiator;
    }

    Solver SolverOf(Instantiator instantiator)
    {
        var solver = session.MakeSolver(options.Seed, options.Timeout, options.ResourceLimit);
        var facts = instantiator.Facts.Elements;
        foreach (var fact in facts.Concat(MachineFacts.About(conditions.Terms, facts.SelectMany(TermWalk.SubTerms).Distinct())))
            solver.Assert(translator.Formula(fact));
        return solver;
    }

    int First(Model model, Func<int, Term> isStage) => Enumerable.Range(0, stages)
        .First(stage => model.Eval(translator.Formula(isStage(stage)), completion: true).IsTrue);
}
