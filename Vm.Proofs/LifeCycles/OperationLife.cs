using Vm.Generators.Ir;
using Vm.Proofs.Conditions;
using Vm.Proofs.Interpretation;

namespace Vm.Proofs.LifeCycles;

/// <summary>The edges of an operation.</summary>
/// <param name="Possible">Seen in runs of the real code.</param>
/// <param name="Unknown">Neither seen nor shown to be impossible.</param>
/// <param name="Asked">The number of edges that were asked about.</param>
sealed record OperationEdges(IReadOnlyCollection<Edge> Possible, IReadOnlyCollection<Edge> Unknown, int Asked);

/// <summary>Computes the edges of an operation: those that cannot be excluded are run.</summary>
sealed class OperationLife
{
    readonly OperationItem operation;
    readonly EdgeRuns? runs;
    readonly HashSet<Edge> wanted;
    readonly int asked;

    /// <param name="component">The component.</param>
    /// <param name="host">Runs it; null if it is not there to be run.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="options">The limits.</param>
    public OperationLife(Component component, ComponentHost? host, OperationItem operation, ProofOptions options)
    {
        this.operation = operation;
        var encoded = operation.Trusted is null ? operation : ByContract(operation);
        var conditions = OperationEncoder.Encode(component.Program, encoded);
        var stages = new Stages(component.Program, conditions.Terms);
        var rows = new OperationRows(encoded, conditions, stages);
        using var open = new OpenEdges(conditions, rows, stages.Count, options);
        var ways = rows.Ways().ToList();
        wanted = [.. ways.SelectMany(open.Of)];
        asked = ways.Select(way => way.Row).Distinct().Sum(row => stages.Count * stages.Count - (row == Transition.OtherRow ? stages.Count : 0));
        runs = host is null ? null : new EdgeRuns(component, host, operation, wanted);
    }

    /// <summary>Runs the operation, and says where that led.</summary>
    public IReadOnlyList<Arrival> Run(IReadOnlyList<EntryPoint> entries)
    {
        var reached = runs?.Try(entries) ?? [];
        if (runs?.Seen.Except(wanted).FirstOrDefault() is { } strange)
            throw new InvalidOperationException($"{operation.Name} was seen to do what is proved impossible: {strange}");
        return reached;
    }

    /// <summary>What is known of the edges.</summary>
    public OperationEdges Edges => new([.. Seen], [.. wanted.Except(Seen)], asked);

    IEnumerable<Edge> Seen => runs?.Seen ?? (IEnumerable<Edge>)[];

    /// <summary>An operation whose body does what the contract of a trusted one says, and no more is known of it.</summary>
    static OperationItem ByContract(OperationItem trusted)
    {
        var call = new Invocation(
            InvocationKind.Perform, trusted.Name,
            trusted.Parameters.Select(parameter => (Expr)new Variable(parameter.Name)).ToEquatableArray());
        Stmt body = trusted.Type == IrTypes.Unit ? new Invoke(call) : new Return(call);
        return trusted with { Trusted = null, Body = [body] };
    }
}
