using System.Text;

namespace Vm.Proofs.Printing;

/// <summary>
/// The life of a row as a picture of the steps that were seen. Steps from a stage to itself are left out. An operation in brackets
/// takes a row there that it was not given.
/// </summary>
static class StatesDiagram
{
    public static string Mermaid(LifeCycleReport report)
    {
        var text = new StringBuilder("stateDiagram-v2\n");
        foreach (var state in report.States) text.Append($"    {state.Name}\n");
        foreach (var (from, to, labels) in Arrows(report)) text.Append($"    {from} --> {to} : {string.Join(", ", labels)}\n");
        return text.Append($"    %% {Rest(report)}\n").ToString();
    }

    public static string Dot(LifeCycleReport report)
    {
        var text = new StringBuilder("digraph life {\n    node [shape=box, style=rounded];\n");
        foreach (var state in report.States) text.Append($"    {state.Name} [tooltip=\"{state.Sentence}\"];\n");
        foreach (var (from, to, labels) in Arrows(report)) text.Append($"    {from} -> {to} [label=\"{string.Join("\\n", labels)}\"];\n");
        return text.Append($"    // {Rest(report)}\n}}\n").ToString();
    }

    /// <summary>From where to where, and by which operations.</summary>
    public static IEnumerable<(string From, string To, IEnumerable<string> Labels)> Arrows(LifeCycleReport report) => report.Transitions
        .Where(step => step.IsPossible && step.From != step.To)
        .GroupBy(step => (step.From, step.To))
        .OrderBy(group => group.Key.From, StringComparer.Ordinal).ThenBy(group => group.Key.To, StringComparer.Ordinal)
        .Select(group => (group.Key.From, group.Key.To, group.Select(Label).Distinct()));

    static string Label(Transition step) => step.Row == Transition.OtherRow ? $"({step.Operation})" : step.Operation;

    static string Rest(LifeCycleReport report)
    {
        var unknown = report.Transitions.Count(step => !step.IsPossible);
        return unknown == 1 ? "1 step is unknown and not drawn" : $"{Words.Of(unknown)} steps are unknown and not drawn";
    }
}
