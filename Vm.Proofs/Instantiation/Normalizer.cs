using System.Collections.Immutable;
using Vm.Proofs.Terms;

namespace Vm.Proofs.Instantiation;

/// <summary>
/// Brings formulas into clauses: negations inwards, a constant or function for each row that is said to exist, and
/// quantifiers outwards. Parts without quantifiers stay as they are.
/// </summary>
sealed class Normalizer(TermFactory terms)
{
    /// <summary>How the names of rows that are said to exist begin.</summary>
    public const string WitnessPrefix = "some:";

    readonly Dictionary<Term, ImmutableArray<QuantifiedClause>> known = [];

    public ImmutableArray<QuantifiedClause> Clauses(Term formula)
    {
        if (!known.TryGetValue(formula, out var clauses))
        {
            clauses = Split(Polarize(formula, true, []));
            known.Add(formula, clauses);
        }

        return clauses;
    }

    Term Polarize(Term t, bool positive, ImmutableArray<Term> outer)
    {
        if (!t.HasQuantifier) return positive ? t : terms.Not(t);

        switch (t.Op)
        {
            case Op.Not:
                return Polarize(t.Args[0], !positive, outer);
            case Op.And:
            case Op.Or:
                var parts = t.Args.Select(arg => Polarize(arg, positive, outer));
                return (t.Op == Op.And) == positive ? terms.And(parts) : terms.Or(parts);
            case Op.Eq:
                var (a, b) = (t.Args[0], positive ? t.Args[1] : terms.Not(t.Args[1]));
                return terms.And(Implied(a, b, outer), Implied(b, a, outer));
            case Op.Ite:
                return terms.And(
                    terms.Or(Polarize(t.Args[0], false, outer), Polarize(t.Args[1], positive, outer)),
                    terms.Or(Polarize(t.Args[0], true, outer), Polarize(t.Args[2], positive, outer)));
            case Op.ForAll when positive:
                return terms.ForAll(t.Binding!, Polarize(t.Args[0], true, outer.AddRange(t.Binding!.Variables)));
            case Op.ForAll:
                var witnesses = t.Binding!.Variables.ToDictionary(v => v, v => Witness(v, outer));
                return Polarize(TermWalk.Substitute(terms, t.Args[0], witnesses), false, outer);
            default:
                throw new ComponentException($"a quantifier stands where none can be handled: {t}");
        }
    }

    Term Implied(Term a, Term b, ImmutableArray<Term> outer) =>
        terms.Or(Polarize(a, false, outer), Polarize(b, true, outer));

    /// <summary>A row that is said to exist; it depends on the rows that the statement is about.</summary>
    Term Witness(Term variable, ImmutableArray<Term> outer)
    {
        var witness = terms.Fresh(WitnessPrefix + variable.Name, variable.Sort);
        return outer.IsEmpty ? witness : terms.Apply(witness.Name, variable.Sort, outer);
    }

    ImmutableArray<QuantifiedClause> Split(Term t)
    {
        if (!t.HasQuantifier) return t.Op == Op.And ? [.. t.Args.Select(Ground)] : [Ground(t)];

        return t.Op switch
        {
            Op.And => [.. t.Args.SelectMany(part => Split(part))],
            Op.ForAll => [.. Split(t.Args[0]).Select(clause => Combine(new(t.Binding!.Variables, t.Binding.Triggers, terms.False), clause))],
            _ => t.Args.Aggregate(
                ImmutableArray.Create(Ground(terms.False)),
                (left, part) => [.. left.SelectMany(clause => (part.HasQuantifier ? Split(part) : [Ground(part)]).Select(other => Combine(clause, other)))]),
        };
    }

    static QuantifiedClause Ground(Term t) => new([], [new Trigger([])], t);

    /// <summary>The disjunction of two clauses.</summary>
    QuantifiedClause Combine(QuantifiedClause a, QuantifiedClause b)
    {
        var (variables, body) = (b.Variables, b.Body);
        if (a.Variables.Any(v => variables.Contains(v)))
        {
            var renamed = variables.ToDictionary(v => v, v => terms.FreshVariable(v.Name, v.Sort));
            (variables, body) = ([.. variables.Select(v => renamed[v])], TermWalk.Substitute(terms, body, renamed));
        }

        return new(
            a.Variables.AddRange(variables),
            [.. a.Triggers.SelectMany(left => b.Triggers.Select(right => new Trigger(left.Families.AddRange(right.Families))))],
            terms.Or(a.Body, body));
    }
}
