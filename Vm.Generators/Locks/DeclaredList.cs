using Vm.Generators.Ir;

namespace Vm.Generators.Locks;

/// <summary>A list that an invariant declares, as far as it says where a handle leads to.</summary>
/// <param name="List">Bound in the heads.</param>
/// <param name="Heads">Fields of the rows with the heads.</param>
/// <param name="Row">Bound in what follows.</param>
/// <param name="Links">Fields that lead from a member to another.</param>
sealed record DeclaredList(
    Binder List, IReadOnlyList<RowField> Heads, Binder Row, IReadOnlyList<RowField> Links, Expr Member, Expr Key)
{
    public static DeclaredList? Of(Expr body) => body switch
    {
        Chain c => new(c.List, Fields(c.Head), c.Row, Fields(c.Next), c.Member, c.Key),
        Queue q => new(q.List, Fields(q.First, q.Last), q.Row, Fields(q.Next, q.Prev), q.Member, q.Key),
        _ => null,
    };

    static IReadOnlyList<RowField> Fields(params Expr[] ends) => [.. ends.OfType<RowField>()];
}
