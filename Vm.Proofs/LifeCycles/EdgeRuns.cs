using Vm.Generators.Ir;
using Vm.Proofs.Interpretation;

namespace Vm.Proofs.LifeCycles;

/// <summary>
/// Runs an operation of the real component so that rows take edges. Where the states come from does not matter: what
/// counts is what the run then does.
/// </summary>
sealed class EdgeRuns
{
    /// <summary>What was not seen after so many runs is not seen after more.</summary>
    const int MostRuns = 2_000;

    readonly OperationItem operation;
    readonly string handle;
    readonly ComponentHost host;
    readonly StageObserver observer;
    readonly Interpreter interpreter;
    readonly HashSet<Edge> seen = [];
    int runs;

    public EdgeRuns(Component component, ComponentHost host, OperationItem operation)
    {
        (this.host, this.operation) = (host, operation);
        observer = new StageObserver(component, host);
        handle = Stages.HandleOf(component.Program);
        interpreter = new Interpreter(component.Program);
    }

    /// <summary>The edges seen so far.</summary>
    public IReadOnlySet<Edge> Seen => seen;

    /// <summary>Calls the operation in each state with all small arguments, as long as there is an edge to be seen from there.</summary>
    public void Try(IReadOnlyCollection<Edge> wanted, IReadOnlyList<EntryPoint> entries)
    {
        foreach (var entry in entries)
        {
            foreach (var arguments in SmallValues.Arguments(operation, entry.Numbers))
            {
                var open = wanted.Where(edge => !seen.Contains(edge)).Select(edge => (RowAtEntry(edge), edge.From)).ToHashSet();
                if (open.Count == 0) return;
                if (!Starts(entry, arguments).Any(open.Contains)) continue;
                if (interpreter.ViolatedRequires(operation.Name, arguments, entry.Numbers) is not null) continue;
                if (++runs > MostRuns) return;
                Run(entry, arguments);
            }
        }
    }

    void Run(EntryPoint entry, IReadOnlyList<Int128> arguments)
    {
        var run = host.Run(operation.Name, arguments, entry.Numbers, out var after);
        if (run.Failure is not null) return;

        var now = observer.Stages(after, handle);
        var edges =
            from row in entry.Numbers.RowsOf(handle)
            from name in NamesOf(row, arguments, run.Result)
            from first in entry.StageOf[row]
            from second in now[row]
            select new Edge(name, first, second);
        seen.UnionWith(edges.Where(edge => !edge.IsPlain));
    }

    IEnumerable<(string Row, int From)> Starts(EntryPoint entry, IReadOnlyList<Int128> arguments) =>
        from row in entry.Numbers.RowsOf(handle)
        from name in NamesOf(row, arguments, null)
        from stage in entry.StageOf[row]
        select (name, stage);

    /// <summary>Which row will be the result is not known at entry.</summary>
    static string RowAtEntry(Edge edge) => edge.Row == Transition.ResultRow ? Transition.OtherRow : edge.Row;

    IEnumerable<string> NamesOf(Int128 row, IReadOnlyList<Int128> arguments, Int128? result)
    {
        var names = operation.Parameters.Where((parameter, i) => parameter.Type == handle && arguments[i] == row).Select(p => p.Name).ToList();
        if (operation.Type == handle && result == row) names.Add(Transition.ResultRow);
        return names.Count > 0 ? names : [Transition.OtherRow];
    }
}
