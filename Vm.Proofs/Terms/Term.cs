using System.Collections.Immutable;
using System.Numerics;

namespace Vm.Proofs.Terms;

/// <summary>What a term is made with.</summary>
enum Op
{
    True, False, Number, Null, Const, Var,
    Not, And, Or, Ite, Eq, Lt, Le,
    Add, Negate, Scale, Divide, Remainder,
    Apply, Select, Store,
    ForAll,
}

/// <summary>
/// A logical term. Equal terms of one <see cref="TermFactory"/> are the same object.
/// </summary>
sealed class Term(int id, Op op, Sort sort, ImmutableArray<Term> args, string name, BigInteger number, Binding? binding)
{
    /// <summary>Number of the term in the order of making; deterministic.</summary>
    public int Id { get; } = id;

    public Op Op { get; } = op;

    public Sort Sort { get; } = sort;

    public ImmutableArray<Term> Args { get; } = args;

    /// <summary>Name of a constant, variable or function.</summary>
    public string Name { get; } = name;

    /// <summary>The value of a number, or the factor of a <see cref="Op.Scale"/>.</summary>
    public BigInteger Number { get; } = number;

    /// <summary>The bound variables of a <see cref="Op.ForAll"/>; its body is the only argument.</summary>
    public Binding? Binding { get; } = binding;

    public bool IsTrue => Op == Op.True;

    public bool IsFalse => Op == Op.False;

    /// <summary>Whether a quantifier stands in the term.</summary>
    public bool HasQuantifier { get; } = op == Op.ForAll || args.Any(a => a.HasQuantifier);

    /// <summary>Whether a bound variable stands in the term.</summary>
    public bool HasVariable { get; } = op == Op.Var || args.Any(a => a.HasVariable);

    /// <summary>
    /// The family of a versioned constant: <c>Pages.Next</c> of <c>Pages.Next@3</c>. Matching looks at families, so that
    /// a fact about one version is found by a read of another.
    /// </summary>
    public string Family => Name.IndexOf('@') is var at and >= 0 ? Name[..at] : Name;

    public override int GetHashCode() => Id;

    public override string ToString() => TermPrinter.Print(this);
}
