using System.Collections.Immutable;
using Vm.Proofs.Terms;

namespace Vm.Proofs.Instantiation;

/// <summary>A fact about all rows, without quantifiers inside. Without variables it is an ordinary fact.</summary>
/// <param name="variables">The rows.</param>
/// <param name="triggers">The alternatives of reads that make an instance interesting.</param>
/// <param name="body">The fact.</param>
sealed class QuantifiedClause(ImmutableArray<Term> variables, ImmutableArray<Trigger> triggers, Term body)
{
    readonly Dictionary<RowTuple, Term> instances = [];

    public ImmutableArray<Term> Variables { get; } = variables;

    public ImmutableArray<Trigger> Triggers { get; } = triggers;

    public Term Body { get; } = body;

    /// <summary>The fact about these rows. Made once: the conditions of an operation share their facts and most of their rows.</summary>
    public Term At(TermFactory terms, RowTuple rows)
    {
        if (!instances.TryGetValue(rows, out var instance))
        {
            var replacement = new Dictionary<Term, Term>();
            for (var i = 0; i < rows.Terms.Length; i++) replacement[Variables[i]] = rows.Terms[i];
            instance = TermWalk.Substitute(terms, Body, replacement);
            instances.Add(rows, instance);
        }

        return instance;
    }
}

/// <summary>Rows for the variables of a clause.</summary>
readonly struct RowTuple(ImmutableArray<Term> terms) : IEquatable<RowTuple>
{
    public ImmutableArray<Term> Terms { get; } = terms;

    public bool Equals(RowTuple other) => Terms.AsSpan().SequenceEqual(other.Terms.AsSpan());

    public override bool Equals(object? obj) => obj is RowTuple other && Equals(other);

    public override int GetHashCode()
    {
        var hash = 0;
        foreach (var row in Terms) hash = hash * 31 + row.Id;
        return hash;
    }
}
