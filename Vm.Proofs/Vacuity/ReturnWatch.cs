using Vm.Generators.Ir;
using Vm.Proofs.Interpretation;
using Vm.Proofs.Reading;

namespace Vm.Proofs.Vacuity;

/// <summary>Sees by which return statement a run leaves an operation.</summary>
sealed class ReturnWatch(OperationItem operation) : IWatcher
{
    readonly HashSet<object> returns = new(Statements.All(operation.Body).OfType<Return>(), ReferenceEqualityComparer.Instance);

    /// <summary>The return; null if the run leaves at the end of the body.</summary>
    public Stmt? Last { get; set; }

    public void Step(Stmt statement)
    {
        if (returns.Contains(statement)) Last = statement;
    }
}
