using Vm.Generators.Ir;
using Vm.Proofs.Conditions;
using Vm.Proofs.Interpretation;

namespace Vm.Proofs.LifeCycles;

/// <summary>The edges of an operation.</summary>
/// <param name="Possible">Seen in runs of the real code.</param>
/// <param name="Unknown">Neither seen nor shown to be impossible.</param>
/// <param name="Asked">The number of edges that were asked about.</param>
sealed record OperationEdges(IReadOnlyCollection<Edge> Possible, IReadOnlyCollection<Edge> Unknown, int Asked);

/// <summary>Computes the edges of operations: those that cannot be excluded are run.</summary>
/// <param name="component">The component.</param>
/// <param name="host">Runs it; null if it is not there to be run.</param>
/// <param name="entries">States to run it from.</param>
/// <param name="options">The limits.</param>
sealed class OperationLife(Component component, ComponentHost? host, IReadOnlyList<EntryPoint> entries, ProofOptions options)
{
    public OperationEdges Of(OperationItem operation)
    {
        var encoded = operation.Trusted is null ? operation : ByContract(operation);
        var conditions = OperationEncoder.Encode(component.Program, encoded);
        var stages = new Stages(component.Program, conditions.Terms);
        var rows = new OperationRows(encoded, conditions, stages);
        using var open = new OpenEdges(conditions, rows, stages.Count, options);

        var ways = rows.Ways().ToList();
        HashSet<Edge> wanted = [.. ways.SelectMany(open.Of)];
        HashSet<Edge> seen = [];
        if (host is not null && wanted.Count > 0)
        {
            var runs = new EdgeRuns(component, host, operation);
            runs.Try(wanted, entries);
            seen = [.. runs.Seen];
            if (seen.Except(wanted).FirstOrDefault() is { } strange)
                throw new InvalidOperationException($"{operation.Name} was seen to do what is proved impossible: {strange}");
        }

        var unknown = wanted.Where(edge => !seen.Contains(edge)).ToList();
        var asked = ways.Select(way => way.Row).Distinct().Sum(row => stages.Count * stages.Count - (row == Transition.OtherRow ? stages.Count : 0));
        return new(seen, unknown, asked);
    }

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
