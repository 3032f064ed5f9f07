using Vm.Proofs.Printing;
using Vm.Resident;
using Vm.Vocabulary;

namespace Vm.Cli.Reports;

/// <summary>Which locks were taken while which were held.</summary>
static class LockOrderText
{
    public static void Write(Screen screen)
    {
        var edges = LockOrderGraph.Edges(typeof(ResidentLock));
        screen.Line();
        foreach (var line in Lines(edges)) screen.Line(line);
    }

    public static IEnumerable<string> Lines(IReadOnlyList<LockOrderEdge> edges)
    {
        yield return $"order of locks: {string.Join(", ", Enum.GetNames<ResidentLock>())}";
        if (edges.Count == 0)
        {
            yield return "no lock was taken while another was held, or mode off watches none";
            yield break;
        }

        var width = edges.Max(edge => edge.Outer.Length + edge.Inner.Length);
        foreach (var edge in edges)
            yield return $"  {$"{edge.Outer} -> {edge.Inner}".PadRight(width + 4)}  first in {edge.Place}";
        var cycle = LockOrderGraph.Cycle(edges);
        yield return cycle.Count == 0 ? "no cycle" : $"a cycle: {string.Join(", ", cycle)}";
    }
}
