using Vm.Generators.Ir;
using Vm.Proofs.Exploration;
using Vm.Proofs.Interpretation;

namespace Vm.Proofs.Vacuity;

/// <summary>The exits that runs get to from states that other operations and the world outside lead to.</summary>
sealed class ExitRuns
{
    const int Rounds = 20_000;

    readonly Component component;
    readonly IReadOnlyDictionary<string, List<Entry>> entries;

    /// <param name="component">The component.</param>
    /// <param name="states">States to begin with: lawful ones, and new ones. Without a lawful one nothing is run.</param>
    /// <param name="seed">Of the random choices.</param>
    public ExitRuns(Component component, IEnumerable<object> states, int seed)
    {
        this.component = component;
        var host = new ComponentHost(component);
        var first = states.Select(host.Read).ToList();
        entries = first.Exists(state => host.CatalogueViolation(state) is null)
            ? new EntryExplorer(component.Program, first, seed).Explore(Rounds)
            : new Dictionary<string, List<Entry>>();
    }

    /// <summary>By place, the exits that the interpreter got to: null if the component got there too, or why it did not.</summary>
    public IReadOnlyDictionary<SourcePlace, string?> Of(OperationItem operation)
    {
        var runner = new ExitRunner(component, operation);
        var seen = new Dictionary<SourcePlace, string?>();
        foreach (var entry in entries.GetValueOrDefault(operation.Name, []))
        {
            var way = runner.Interpret(entry.State, entry.Arguments, entry.Answers);
            if (way.Exit is { } exit && (!seen.TryGetValue(exit, out var problem) || problem is not null))
                seen[exit] = runner.ProblemOn(way, entry.State, entry.Arguments);
        }

        return seen;
    }
}
