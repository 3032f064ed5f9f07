using System.Collections.Immutable;
using Vm.Proofs.Terms;

namespace Vm.Proofs.Conditions;

/// <summary>
/// Finds the field reads that make an instance of a quantified fact interesting: those directly at a bound variable.
/// </summary>
static class TriggerInference
{
    const int MostAlternatives = 16;

    /// <summary>The alternatives for all variables together.</summary>
    public static ImmutableArray<Trigger> Triggers(IReadOnlyList<Term> variables, Term body)
    {
        IEnumerable<ImmutableArray<string?>> tuples = [[]];
        foreach (var variable in variables)
        {
            string?[] families = [.. FamiliesOf(variable, body)];
            if (families.Length == 0) families = [null];
            tuples = [.. tuples.SelectMany(tuple => families.Select(family => tuple.Add(family)))];
        }

        return [.. tuples.Take(variables.Count == 1 ? int.MaxValue : MostAlternatives).Select(tuple => new Trigger(tuple))];
    }

    /// <summary>Families of the fields read at the variable, in the order of the text.</summary>
    public static IEnumerable<string> FamiliesOf(Term variable, Term body) =>
        TermWalk.SubTerms(body)
            .Where(term => term.Op == Op.Select && term.Args[1] == variable)
            .Select(term => term.Args[0].Family)
            .Distinct();
}
