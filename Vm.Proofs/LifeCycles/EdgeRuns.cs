using Vm.Generators.Ir;
using Vm.Proofs.Interpretation;

namespace Vm.Proofs.LifeCycles;

/// <summary>
/// Runs an operation of the real component so that rows take edges. Where the states come from does not matter: what
/// counts is what the run then does.
/// </summary>
sealed class EdgeRuns
{
    /// <summary>In varied states, what was not seen of a row in a stage after so many runs is not seen after more.</summary>
    const int MostRuns = 2_000;

    readonly OperationItem operation;
    readonly string handle;
    readonly ComponentHost host;
    readonly StageObserver observer;
    readonly Interpreter interpreter;
    readonly IReadOnlySet<Edge> wanted;
    readonly HashSet<Edge> seen = [];
    HashSet<(string Row, int From)> open = [];

    /// <param name="component">The component.</param>
    /// <param name="host">Runs it.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="wanted">The edges to be seen.</param>
    public EdgeRuns(Component component, ComponentHost host, OperationItem operation, IReadOnlySet<Edge> wanted)
    {
        (this.host, this.operation, this.wanted) = (host, operation, wanted);
        observer = new StageObserver(component, host);
        handle = Stages.HandleOf(component.Program);
        interpreter = new Interpreter(component.Program);
        FindOpen();
    }

    /// <summary>The edges seen so far.</summary>
    public IReadOnlySet<Edge> Seen => seen;

    /// <summary>
    /// Calls the operation with all small arguments: in each state for what it leads to, in the varied ones as long as there is an
    /// edge to be seen from there.
    /// </summary>
    public IReadOnlyList<Arrival> Try(IReadOnlyList<EntryPoint> entries)
    {
        var arrivals = new List<Arrival>();
        var tries = new Dictionary<(string Row, int From), int>();
        foreach (var entry in entries)
        {
            foreach (var arguments in SmallValues.Arguments(operation, entry.Numbers))
            {
                var hopes = Starts(entry, arguments).Where(start => open.Contains(start) && tries.GetValueOrDefault(start) < MostRuns).ToList();
                if (entry.IsVaried && hopes.Count == 0) continue;
                if (interpreter.ViolatedRequires(operation.Name, arguments, entry.Numbers) is not null) continue;

                foreach (var hope in hopes) tries[hope] = tries.GetValueOrDefault(hope) + 1;
                if (Run(entry, arguments) is { } arrival) arrivals.Add(arrival);
            }
        }

        return arrivals;
    }

    Arrival? Run(EntryPoint entry, IReadOnlyList<Int128> arguments)
    {
        var run = host.Run(operation.Name, arguments, entry.Numbers, out var after);
        if (run.Failure is not null) return null;

        var now = observer.Stages(after, handle);
        var edges =
            from row in entry.Numbers.RowsOf(handle)
            from name in NamesOf(row, arguments, run.Result)
            from first in entry.StageOf[row]
            from second in now[row]
            select new Edge(name, first, second);
        var known = seen.Count;
        seen.UnionWith(edges.Where(edge => !edge.IsPlain));
        if (seen.Count > known) FindOpen();
        return new(after, string.Join(' ', now.SelectMany(stages => stages).Order()), seen.Count > known);
    }

    void FindOpen() => open = [.. wanted.Where(edge => !seen.Contains(edge)).Select(edge => (RowAtEntry(edge), edge.From))];

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
