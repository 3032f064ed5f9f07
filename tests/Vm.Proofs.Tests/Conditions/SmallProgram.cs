namespace Vm.Proofs.Tests.Conditions;

/// <summary>
/// Small programs over one table, written in the intermediate representation. A cell can be on and has a value; on cells
/// may stand in a list; there are two scalars.
/// </summary>
static class SmallProgram
{
    const string State = """
        (vm-ir 1 Small)
        (handle Cell nullable)
        (handle Shelf)
        (row CellRow (field On bool (unguarded)) (field Value i32 (unguarded)) (field Next Cell (unguarded)) (field Home Shelf (unguarded)))
        (row ShelfRow (field First Cell (unguarded)) (field Number i32 (unguarded)))
        (state Cells (table Cells Cell CellRow) (table Shelves Shelf ShelfRow)
          (global Total i32 (unguarded)) (global Other i32 (unguarded)) (ghost Seen Cell))
        """;

    /// <summary>The obligations of an operation that cannot be proved, as <c>kind: clause</c>.</summary>
    /// <param name="declarations">Functions, invariants, other operations and their contracts.</param>
    /// <param name="contract">Clauses of the operation's contract.</param>
    /// <param name="body">The operation's body; it has the parameters <c>c</c> (a cell), <c>s</c> (a shelf) and <c>n</c> (i32).</param>
    public static IEnumerable<string> Unproved(string declarations, string contract, string body) =>
        Prover
            .Prove(With($"{declarations}\n{Operation("Main", contract, body)}"), new ProofOptions { Operation = "Main" })
            .Results
            .Where(result => result.Outcome != Outcome.Proved)
            .Select(result => $"{result.Obligation.Kind}: {result.Obligation.Clause}");

    /// <summary>A component with these declarations and operations over the table.</summary>
    public static Component With(string declarations) => Component.Parse($"{State}\n{declarations}");

    /// <summary>An operation with its contract.</summary>
    public static string Operation(string name, string contract, string body, string type = "unit") =>
        $"(contract {name}Contract {contract})\n(op {name} {name}Contract ((c Cell) (s Shelf) (n i32)) {type} {body})";

    public static string Requires(string name, string condition) => Clause("requires", name, condition);

    public static string Ensures(string name, string condition) => Clause("ensures", name, condition);

    public static string NotNull => Requires("NotNull", "(not (isnull c))");

    static string Clause(string kind, string name, string condition) =>
        $"({kind} {name} \"{name}\" ((c Cell) (s Shelf) (n i32)) {condition})";
}
