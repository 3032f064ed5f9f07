using Vm.Generators.Ir;

namespace Vm.Proofs.Conditions;

/// <summary>A family of linked lists that an invariant declares, one list for each row of a table of heads.</summary>
/// <param name="Name">The invariant.</param>
/// <param name="List">The variable of a head.</param>
/// <param name="First">The newest member of a chain, the oldest of a queue.</param>
/// <param name="Last">The other end; null for chains, which have none.</param>
/// <param name="Row">The variable of a row in the other expressions.</param>
/// <param name="Prev">Null for chains.</param>
/// <param name="Member">Whether a row is in a list.</param>
/// <param name="Key">In which.</param>
sealed record ListDeclaration(
    string Name, Binder List, Expr First, Expr? Last, Binder Row, Expr Next, Expr? Prev, Expr Member, Expr Key)
{
    /// <summary>Whether ranks rise along next. A chain's newest member is in front, so its ranks fall.</summary>
    public bool IsQueue => Prev is not null;

    /// <summary>The list that an invariant declares, or null.</summary>
    public static ListDeclaration? Of(Clause invariant) => invariant.Body switch
    {
        Chain c => new(invariant.Name, c.List, c.Head, null, c.Row, c.Next, null, c.Member, c.Key),
        Queue q => new(invariant.Name, q.List, q.First, q.Last, q.Row, q.Next, q.Prev, q.Member, q.Key),
        _ => null,
    };
}
