namespace Vm.Proofs;

/// <summary>What proofs rest on without proving it.</summary>
static class Trust
{
    static readonly TrustedItem[] always =
    [
        new("the lowering", "the intermediate representation says what the C# source says; the differential tests compare the two"),
        new("lists by rank", "ranks that fall or rise along links describe exactly the walk of a list; argued on paper, compared with walks in small scopes"),
        new("numbers of rows", "a write changes a number of rows by what the written row gains or loses; argued on paper, compared with true numbers in small scopes"),
        new("the solver", "an answer 'unsatisfiable' is right"),
        new("one thread at a time", "what locks protect does not change while they are held, and is what the invariants say when they are taken"),
        new("the world outside", "methods marked [External] do not touch the component's state"),
        new("handles made from numbers", "they name rows; a table access outside of the table stops the component"),
    ];

    public static IReadOnlyList<TrustedItem> Of(Component component) =>
    [
        .. component.Program.Operations
            .Where(operation => operation.Trusted is not null)
            .Select(operation => new TrustedItem($"the body of {operation.Name}", operation.Trusted!)),
        .. always,
    ];
}
