using Vm.Proofs.Reading;
using Vm.Proofs.Terms;

namespace Vm.Proofs.Conditions;

/// <summary>What the encoders of one operation share.</summary>
sealed class EncoderKit
{
    public EncoderKit(IrProgram program, string operation, bool owes)
    {
        Program = program;
        Catalog = new Catalog(program);
        Terms = new TermFactory();
        Ledger = new Ledger(operation, Terms) { Owes = owes };
        Expressions = new ExpressionEncoder(program, Catalog, Terms);
        Changes = new StateChanges(program, Catalog, Terms, Expressions, Ledger);
        Invariants = new InvariantEncoder(program, Catalog, Terms, Expressions);
    }

    public IrProgram Program { get; }

    public Catalog Catalog { get; }

    public TermFactory Terms { get; }

    public Ledger Ledger { get; }

    public ExpressionEncoder Expressions { get; }

    public StateChanges Changes { get; }

    public InvariantEncoder Invariants { get; }
}
