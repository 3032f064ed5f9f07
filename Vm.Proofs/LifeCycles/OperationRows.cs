using Vm.Generators.Ir;
using Vm.Proofs.Conditions;
using Vm.Proofs.Terms;

namespace Vm.Proofs.LifeCycles;

/// <summary>A way through an operation, seen from one row.</summary>
/// <param name="Row">The row's name, see <see cref="Edge"/>.</param>
/// <param name="Exit">Where the operation returns.</param>
/// <param name="Value">The row.</param>
/// <param name="Condition">That the way is taken and the row is one.</param>
sealed record Way(string Row, OperationExit Exit, Term Value, Term Condition);

/// <summary>The steps that rows can take in an operation, as terms.</summary>
sealed class OperationRows(OperationItem operation, OperationConditions conditions, Stages stages)
{
    readonly TermFactory terms = conditions.Terms;

    /// <summary>The ways through the operation of its parameters, its result, and any other row.</summary>
    public IEnumerable<Way> Ways() => conditions.Exits.SelectMany(Through);

    /// <summary>The parameters and any other row before the operation has begun.</summary>
    /// <param name="assumptions">How many assumptions are known there.</param>
    public IEnumerable<Way> AtEntry(int assumptions) => Through(new(conditions.Entry, null, SourcePlace.None, assumptions));

    IEnumerable<Way> Through(OperationExit exit)
    {
        var given = operation.Parameters.Zip(conditions.Arguments).Where(pair => pair.First.Type == stages.Handle).ToList();
        foreach (var (parameter, argument) in given) yield return Make(parameter.Name, exit, argument, []);

        var result = operation.Type == stages.Handle ? exit.Result : null;
        if (result is not null) yield return Make(Transition.ResultRow, exit, result, []);

        var named = given.Select(pair => pair.Second).Concat(result is null ? [] : [result]);
        yield return Make(Transition.OtherRow, exit, terms.Const("other", stages.SortOfRows(conditions.Entry)), named);
    }

    /// <summary>That the way takes its row along the edge.</summary>
    public Term Takes(Way way, Edge edge) => terms.And(Before(way, edge.From), After(way, edge.To));

    public Term Before(Way way, int stage) => stages.Is(stage, conditions.Entry, way.Value);

    public Term After(Way way, int stage) => stages.Is(stage, way.Exit.State, way.Value);

    Way Make(string row, OperationExit exit, Term value, IEnumerable<Term> others) => new(
        row, exit, value,
        terms.And([exit.State.Path, stages.IsRow(terms, value), .. others.Select(other => terms.Not(terms.Eq(value, other)))]));
}
