using System.Collections.Immutable;
using System.Numerics;

namespace Vm.Proofs.Terms;

/// <summary>
/// Makes terms, each once, and simplifies where it costs nothing: <c>x = x</c>, conditions with equal arms, constants.
/// Not safe for several threads; each operation has its own.
/// </summary>
sealed class TermFactory
{
    readonly Dictionary<Key, Term> known = [];
    readonly Dictionary<string, int> fresh = [];

    public TermFactory()
    {
        True = Make(Op.True, Sort.Bool, []);
        False = Make(Op.False, Sort.Bool, []);
    }

    public Term True { get; }

    public Term False { get; }

    public Term Bool(bool value) => value ? True : False;

    public Term Number(BigInteger value) => Make(Op.Number, Sort.Integer, [], number: value);

    public Term Null(HandleSort sort) => Make(Op.Null, sort, [], sort.Name);

    public Term Const(string name, Sort sort) => Make(Op.Const, sort, [], name);

    /// <summary>A constant that stands nowhere else: the next version of its family.</summary>
    public Term Fresh(string family, Sort sort) => Const($"{family}@{NextVersion(family)}", sort);

    public Term Variable(string name, Sort sort) => Make(Op.Var, sort, [], name);

    /// <summary>A bound variable that stands nowhere else.</summary>
    public Term FreshVariable(string name, Sort sort) => Variable($"{name}?{NextVersion(name + "?")}", sort);

    public Term Not(Term a) => a.Op switch
    {
        Op.True => False,
        Op.False => True,
        Op.Not => a.Args[0],
        _ => Make(Op.Not, Sort.Bool, [a]),
    };

    public Term And(params IEnumerable<Term> parts) => Junction(Op.And, True, False, parts);

    public Term Or(params IEnumerable<Term> parts) => Junction(Op.Or, False, True, parts);

    public Term Implies(Term a, Term b) => a == b ? True : Or(Not(a), b);

    public Term Ite(Term c, Term a, Term b)
    {
        if (c.IsTrue || a == b) return a;
        if (c.IsFalse) return b;
        if (c.Op == Op.Not) return Ite(c.Args[0], b, a);
        if (a.Sort is BoolSort)
        {
            if (a.IsTrue) return Or(c, b);
            if (a.IsFalse) return And(Not(c), b);
            if (b.IsTrue) return Or(Not(c), a);
            if (b.IsFalse) return And(c, a);
        }

        return Make(Op.Ite, a.Sort, [c, a, b]);
    }

    public Term Eq(Term a, Term b)
    {
        if (a == b) return True;
        if (a.Op == Op.Number && b.Op == Op.Number) return False;
        if (a.Sort is BoolSort)
        {
            if (a.IsTrue) return b;
            if (a.IsFalse) return Not(b);
            if (b.IsTrue) return a;
            if (b.IsFalse) return Not(a);
        }

        return a.Id < b.Id ? Make(Op.Eq, Sort.Bool, [a, b]) : Make(Op.Eq, Sort.Bool, [b, a]);
    }

    public Term Lt(Term a, Term b) =>
        a == b ? False
        : a.Op == Op.Number && b.Op == Op.Number ? Bool(a.Number < b.Number)
        : Make(Op.Lt, Sort.Bool, [a, b]);

    public Term Le(Term a, Term b) =>
        a == b ? True
        : a.Op == Op.Number && b.Op == Op.Number ? Bool(a.Number <= b.Number)
        : Make(Op.Le, Sort.Bool, [a, b]);

    public Term Add(Term a, Term b)
    {
        if (a.Op == Op.Number && b.Op == Op.Number) return Number(a.Number + b.Number);
        if (a.Op == Op.Number && a.Number.IsZero) return b;
        if (b.Op == Op.Number && b.Number.IsZero) return a;
        return Make(Op.Add, Sort.Integer, [a, b]);
    }

    public Term Negate(Term a) => a.Op == Op.Number ? Number(-a.Number) : Make(Op.Negate, Sort.Integer, [a]);

    public Term Subtract(Term a, Term b) => a == b ? Number(0) : Add(a, Negate(b));

    public Term Scale(BigInteger factor, Term a) =>
        a.Op == Op.Number ? Number(factor * a.Number)
        : factor.IsOne ? a
        : Make(Op.Scale, Sort.Integer, [a], number: factor);

    /// <summary>Euclidean division by a positive number, as solvers define it.</summary>
    public Term Divide(Term a, BigInteger divisor) => Make(Op.Divide, Sort.Integer, [a, Number(divisor)]);

    /// <summary>The remainder that goes with <see cref="Divide"/>.</summary>
    public Term Remainder(Term a, BigInteger divisor) => Make(Op.Remainder, Sort.Integer, [a, Number(divisor)]);

    public Term Apply(string function, Sort sort, params IEnumerable<Term> args) =>
        Make(Op.Apply, sort, [.. args], function);

    public Term Select(Term array, Term index) =>
        Make(Op.Select, ((ArraySort)array.Sort).Element, [array, index]);

    public Term Store(Term array, Term index, Term value) => Make(Op.Store, array.Sort, [array, index, value]);

    public Term ForAll(Binding binding, Term body) =>
        body.IsTrue || body.IsFalse ? body : Make(Op.ForAll, Sort.Bool, [body], binding: binding);

    /// <summary>The same operation with other arguments, simplified again.</summary>
    public Term Rebuild(Term term, ImmutableArray<Term> args) => term.Op switch
    {
        _ when term.Args.AsSpan().SequenceEqual(args.AsSpan()) => term,
        Op.Not => Not(args[0]),
        Op.And => And(args),
        Op.Or => Or(args),
        Op.Ite => Ite(args[0], args[1], args[2]),
        Op.Eq => Eq(args[0], args[1]),
        Op.Lt => Lt(args[0], args[1]),
        Op.Le => Le(args[0], args[1]),
        Op.Add => Add(args[0], args[1]),
        Op.Negate => Negate(args[0]),
        Op.Scale => Scale(term.Number, args[0]),
        Op.ForAll => ForAll(term.Binding!, args[0]),
        _ => Make(term.Op, term.Sort, args, term.Name, term.Number, term.Binding),
    };

    Term Junction(Op op, Term neutral, Term absorbing, IEnumerable<Term> parts)
    {
        var flat = new List<Term>();
        var seen = new HashSet<Term>();
        foreach (var part in parts)
        {
            foreach (var leaf in part.Op == op ? part.Args : [part])
            {
                if (leaf == absorbing || seen.Contains(Not(leaf))) return absorbing;
                if (leaf != neutral && seen.Add(leaf)) flat.Add(leaf);
            }
        }

        return flat.Count switch
        {
            0 => neutral,
            1 => flat[0],
            _ => Make(op, Sort.Bool, [.. flat]),
        };
    }

    int NextVersion(string family) => fresh[family] = fresh.GetValueOrDefault(family, -1) + 1;

    Term Make(
        Op op, Sort sort, ImmutableArray<Term> args, string name = "", BigInteger number = default, Binding? binding = null)
    {
        var key = new Key(op, sort, args, name, number, binding);
        if (!known.TryGetValue(key, out var term))
        {
            term = new Term(known.Count, op, sort, args, name, number, binding);
            known.Add(key, term);
        }

        return term;
    }

    readonly struct Key(Op op, Sort sort, ImmutableArray<Term> args, string name, BigInteger number, Binding? binding)
        : IEquatable<Key>
    {
        readonly Op op = op;
        readonly Sort sort = sort;
        readonly ImmutableArray<Term> args = args;
        readonly string name = name;
        readonly BigInteger number = number;
        readonly Binding? binding = binding;

        public bool Equals(Key other) =>
            op == other.op && name == other.name && number == other.number
            && Equals(binding, other.binding)
            && args.AsSpan().SequenceEqual(other.args.AsSpan()) && sort.Equals(other.sort);

        public override bool Equals(object? other) => other is Key key && Equals(key);

        public override int GetHashCode()
        {
            var hash = new HashCode();
            hash.Add(op);
            hash.Add(name);
            hash.Add(number);
            foreach (var arg in args) hash.Add(arg.Id);
            hash.Add(binding);
            return hash.ToHashCode();
        }
    }
}
