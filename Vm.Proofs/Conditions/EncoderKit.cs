using Vm.Generators.Ir;
using Vm.Proofs.Locks;
using Vm.Proofs.Reading;
using Vm.Proofs.Terms;

namespace Vm.Proofs.Conditions;

/// <summary>What the encoders of one operation share.</summary>
sealed class EncoderKit
{
    /// <param name="program">The component.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="bound">See <see cref="Bound"/>.</param>
    /// <param name="brief">See <see cref="Brief"/>.</param>
    public EncoderKit(IrProgram program, OperationItem operation, int? bound, bool brief = false)
        : this(program, operation.Name, bound, brief) => Locks = new LockRules(program, operation, Terms, Expressions, Ledger);

    /// <summary>For states alone, without a body.</summary>
    public EncoderKit(IrProgram program, string name, int? bound, bool brief = false)
    {
        (Bound, Brief) = (bound, brief);
        Program = program;
        Catalog = new Catalog(program);
        Terms = new TermFactory();
        Ledger = new Ledger(name, Terms);
        Expressions = new ExpressionEncoder(program, Catalog, Terms);
        Changes = new StateChanges(program, Catalog, Terms, Expressions, Ledger);
        Invariants = new InvariantEncoder(program, Catalog, Terms, Expressions, bound);
    }

    /// <summary>
    /// In a finite scope, a number that no walk over rows exceeds: loops are unrolled as often, lists are walked, callees are
    /// looked into. Null for any number of rows: loops go by invariants, lists by ranks, callees by contract.
    /// </summary>
    public int? Bound { get; }

    /// <summary>
    /// In a finite scope, short runs through all of the code: loops go round once, and trusted callees are looked into, too, which would be
    /// too much with more rounds. By its contract alone such a callee may do what the code does not.
    /// </summary>
    public bool Brief { get; }

    public IrProgram Program { get; }

    public Catalog Catalog { get; }

    public TermFactory Terms { get; }

    public Ledger Ledger { get; }

    public ExpressionEncoder Expressions { get; }

    /// <summary>The rules about locks; null for states alone.</summary>
    public LockRules Locks { get; } = null!;

    public StateChanges Changes { get; }

    public InvariantEncoder Invariants { get; }
}
