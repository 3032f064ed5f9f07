using System.Reflection;
using Vm.Vocabulary;

namespace Vm.Proofs.Lemmas;

/// <summary>What lemmas assume, found in what their compiled code calls.</summary>
static class LemmaAssumptions
{
    /// <summary>Each assumption of a component's lemmas, with the lemmas that rest on it.</summary>
    public static IEnumerable<TrustedItem> Of(Component component) => LemmaProver.Of(component)
        .DistinctBy(lemma => DefinitionOf(lemma.Method))
        .SelectMany(lemma => CalledBy(lemma.Method, component).Where(method => method.IsDefined(typeof(AssumedAttribute)))
            .Select(method => (Lemma: lemma, Assumed: DefinitionOf(method))).Distinct())
        .GroupBy(use => use.Assumed, use => use.Lemma.Obligation.Clause)
        .Select(uses => (Name: LemmaProver.NameInMap(uses.Key), uses.Key.GetCustomAttribute<AssumedAttribute>()!.Sentence, Lemmas: uses))
        .OrderBy(assumed => assumed.Name, StringComparer.Ordinal)
        .Select(assumed => new TrustedItem($"the assumption {assumed.Name} of lemmas", assumed.Sentence)
        {
            Place = component.Program.PlaceOf(assumed.Name),
            UsedBy = [.. assumed.Lemmas],
        });

    /// <summary>The methods of the component that are called, by whatever way.</summary>
    static HashSet<MethodBase> CalledBy(MethodBase lemma, Component component)
    {
        var (found, open) = (new HashSet<MethodBase> { lemma }, new Stack<MethodBase>([lemma]));
        while (open.TryPop(out var method))
        {
            foreach (var called in Instructions.Of(method).Called)
            {
                // A method with handlers is refused when it is run.
                if (component.Assemblies.Contains(called.Module.Assembly) && called.GetMethodBody() is { ExceptionHandlingClauses.Count: 0 } && found.Add(called))
                    open.Push(called);
            }
        }

        return found;
    }

    static MethodBase DefinitionOf(MethodBase method) => method.Module.ResolveMethod(method.MetadataToken)!;
}
