using System.Collections.Immutable;
using Vm.Generators.Ir;
using Vm.Proofs.Terms;

namespace Vm.Proofs.Conditions;

/// <summary>Where an expression is evaluated.</summary>
/// <param name="State">The state that it reads.</param>
/// <param name="Variables">Parameters and bound variables.</param>
sealed record Scope(SymbolicState State, ImmutableDictionary<string, Term> Variables)
{
    /// <summary>The state that <see cref="Old"/> means, where it may stand.</summary>
    public SymbolicState? Entry { get; init; }

    /// <summary>The value of <see cref="Result"/>, where it may stand.</summary>
    public Term? Result { get; init; }

    /// <summary>Number of the call whose locals are seen; negative in clauses, which have none.</summary>
    public int Frame { get; init; } = -1;

    /// <summary>Number of quantifiers around the expression; keeps the names of bound variables apart.</summary>
    public int Depth { get; init; }

    /// <summary>In bodies: told each place that is read, each handle through which a row is reached, and each divisor, with what is known there.</summary>
    public ISafety? Safety { get; init; }

    public Scope Bind(string name, Term value) => this with { Variables = Variables.SetItem(name, value) };

    /// <summary>The scope of the right side of a short-circuit operator.</summary>
    public Scope Under(TermFactory terms, Term condition) =>
        this with { State = State with { Path = terms.And(State.Path, condition) } };

    public static ImmutableDictionary<string, Term> NoVariables { get; } = ImmutableDictionary<string, Term>.Empty;
}

/// <summary>What evaluating an expression in a body owes.</summary>
interface ISafety
{
    /// <summary>A row is reached through a handle.</summary>
    void Dereference(Term path, Term handle, Element element);

    /// <summary>Something is divided.</summary>
    void Divide(Term path, Term divisor);

    /// <summary>A field of a row is read.</summary>
    void Read(SymbolicState state, string table, string field, Term row);

    /// <summary>A scalar is read.</summary>
    void Read(SymbolicState state, string global);
}

/// <summary>Owes only that what is read is guarded.</summary>
sealed class ReadsOnly(ISafety safety) : ISafety
{
    public void Dereference(Term path, Term handle, Element element)
    {
    }

    public void Divide(Term path, Term divisor)
    {
    }

    public void Read(SymbolicState state, string table, string field, Term row) => safety.Read(state, table, field, row);

    public void Read(SymbolicState state, string global) => safety.Read(state, global);
}
