using Vm.Generators.Ir;
using Vm.Proofs.Conditions;
using Vm.Proofs.Reading;
using Vm.Proofs.Terms;

namespace Vm.Proofs.LifeCycles;

/// <summary>The stages of one kind of row, as terms.</summary>
sealed class Stages
{
    readonly IReadOnlyList<Clause> clauses;
    readonly ExpressionEncoder expressions;

    /// <param name="program">The component.</param>
    /// <param name="terms">Makes the terms.</param>
    public Stages(IrProgram program, TermFactory terms)
    {
        clauses = program.AbstractStates;
        expressions = new ExpressionEncoder(program, new Catalog(program), terms);
        Handle = HandleOf(program);
    }

    /// <summary>The handle of the rows that the stages are of.</summary>
    public string Handle { get; }

    public int Count => clauses.Count;

    /// <summary>That a row is in a stage.</summary>
    public Term Is(int stage, SymbolicState state, Term row) => expressions.Encode(
        clauses[stage].Body, new Scope(state, Scope.NoVariables.Add(clauses[stage].Parameters[0].Name, row)));

    public Term IsRow(TermFactory terms, Term row) => terms.Not(expressions.IsNull(row));

    public HandleSort SortOfRows(SymbolicState state) => state.Values.Values
        .Select(value => value.Sort).OfType<ArraySort>().Select(sort => sort.Index).OfType<HandleSort>()
        .First(sort => sort.Name == Handle);

    /// <summary>The handle of the rows that a component's stages are of.</summary>
    /// <exception cref="ComponentException">The component declares no stages, or stages of several kinds of rows.</exception>
    public static string HandleOf(IrProgram program)
    {
        if (program.AbstractStates.Count == 0)
            throw new ComponentException("the component declares no abstract state; mark predicates of a row with [AbstractState]");

        var handles = program.AbstractStates.Select(clause => clause.Parameters.Count == 1 ? clause.Parameters[0].Type : "").Distinct().ToList();
        return handles is [var handle] && handle.Length > 0
            ? handle
            : throw new ComponentException(
                "the abstract states are not all of one row of one table; give each the state and one handle, the same for all");
    }
}
