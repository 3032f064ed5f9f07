using Vm.Generators.Ir;
using Vm.Proofs.Reading;

namespace Vm.Proofs.Conditions;

/// <summary>Makes the verification conditions of an operation.</summary>
static class OperationEncoder
{
    /// <param name="program">The component.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="bound">For a finite scope, see <see cref="EncoderKit.Bound"/>.</param>
    /// <param name="brief">In a finite scope, see <see cref="EncoderKit.Brief"/>.</param>
    public static OperationConditions Encode(IrProgram program, OperationItem operation, int? bound = null, bool brief = false)
    {
        var kit = new EncoderKit(program, operation, bound, brief);
        var contract = program.Contract(operation.Contract);
        var sorts = new Sorts(program);

        var entry = contract.Establishes ? kit.Changes.New() : kit.Changes.Unknown();
        var arguments = operation.Parameters.Select(p => kit.Terms.Const(p.Name, sorts.Of(p.Type))).ToList();
        var variables = CallEncoder.Bind(operation, arguments);
        if (!contract.Establishes)
        {
            foreach (var conjunct in kit.Invariants.Encode(entry)) kit.Ledger.Assume(conjunct.Formula);
        }

        foreach (var clause in contract.Requires)
            kit.Ledger.Assume(kit.Expressions.Encode(clause.Body, new Scope(entry, variables)));

        entry = kit.Locks.AtEntry(entry, variables);
        var returns = new BodyEncoder(kit).Run(operation, entry, arguments);
        kit.Locks.OweClaims(entry);
        var exits = returns
            .Select(r => new OperationExit(
                r.State, r.Value,
                r.At is null ? program.PlaceOf(operation.Name) : program.PlaceOf(r.At),
                kit.Ledger.Assumptions.Count))
            .ToList();
        var exitEncoder = new ExitEncoder(kit, contract, variables, entry);
        foreach (var exit in exits)
        {
            exitEncoder.Owe(exit);
            kit.Locks.OweReturn(exit, entry, variables);
        }

        return new(kit.Terms, kit.Ledger.Assumptions, kit.Ledger.Conditions, entry, arguments, exits, kit.Changes.TrueCounts(entry));
    }
}
