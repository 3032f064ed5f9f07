namespace Vm.Proofs.Tests.Locks;

/// <summary>Each rule about locks in a pair: a program that keeps it, and its twin that does not.</summary>
public sealed class LockObligationTests
{
    const string Declarations = """
        (vm-ir 1 Small)
        (handle Cell nullable)
        (enum Order u8 (Cell 0) (Count 1))
        (row CellRow (owned-unless Used)
          (field Used bool (guarded Cell)) (field Value i32 (guarded Cell)) (field Link i32 (guarded Cell) (while Used Count)) (field Lock lock (lock Cell)))
        (state Cells (table Cells Cell CellRow) (global Total i32 (guarded Count)) (global CountLock lock (lock Count)))
        (contract ReadContract (lock must-hold Cell "c") (lock must-not-hold Count "") (requires NotNull "not null" ((c Cell)) (not (isnull c))))
        (op Read ReadContract ((c Cell)) unit)
        (contract CountContract (lock acquires Count ""))
        (op Count CountContract () unit)
        """;

    const string
        OfC = """(lock must-hold Cell "c")""", OfD = """(lock must-hold Cell "d")""", Counting = """(lock must-hold Count "")""",
        TakesCell = """(lock acquires Cell "")""", TakesCount = """(lock acquires Count "")""",
        Write = "(set (. (elem Cells c) Value) 1:i32)", WriteLink = "(set (. (elem Cells c) Link) 1:i32)", Add = "(set (global Total) 1:i32)",
        LockOfC = "(. (elem Cells c) Lock)", LockOfCount = "(global CountLock)";

    [Theory]
    [InlineData(OfC, "", Write)]
    [InlineData(TakesCell, "", $"(locked {LockOfC} {Write})")]
    [InlineData(TakesCell, "", $"(acquire {LockOfC}) {Write} (release {LockOfC})")]
    [InlineData(TakesCount, "", $"(locked {LockOfCount} {Add})")]
    [InlineData(OfD, "(eq c d)", Write)]
    [InlineData("""(row-of owns "c")""", "", Write)]
    [InlineData("""(lock must-hold Cell "c" (when "c.Used")) (row-of owns "c" (unless "c.Used"))""", "", Write)]
    [InlineData("""(row-of owns "c") (row-of gives-up "c")""", "", "(set (. (elem Cells c) Used) true)")]
    [InlineData($"{Counting} {OfC}", "(. (elem Cells c) Used)", WriteLink)]
    [InlineData(OfC, "(not (. (elem Cells c) Used))", WriteLink)]
    [InlineData(OfC, "", "(perform Read c)")]
    [InlineData($"{OfC} {TakesCount}", "", "(perform Count)")]
    [InlineData($"{OfC} {TakesCount}", "", $"(if (eq n 0:i32) (then (locked {LockOfCount} (return))) (else)) {Write}")]
    public void Program_KeepingTheRules_IsProved(string clauses, string requires, string body) => Assert.Empty(Unproved(clauses, requires, body));

    [Theory]
    [InlineData("guards", "", "", Write)]
    [InlineData("guards", "", "", "(if (eq (. (elem Cells c) Value) n) (then) (else))")]
    [InlineData("guards", TakesCell, "", $"(locked {LockOfC}) {Write}")]
    [InlineData("guards", "", "", Add)]
    [InlineData("guards", OfD, "", Write)]
    [InlineData("guards", """(row-of owns "d")""", "", Write)]
    [InlineData("guards", """(lock must-hold Cell "c" (when "c.Used"))""", "", Write)]
    [InlineData("rows on return", """(row-of owns "c") (row-of gives-up "c")""", "", Write)]
    [InlineData("guards", OfC, "(. (elem Cells c) Used)", WriteLink)]
    [InlineData("guards", Counting, "(not (. (elem Cells c) Used))", WriteLink)]
    [InlineData("Read.MustHold(Cell)", OfD, "", "(perform Read c)")]
    [InlineData("Read.MustNotHold(Count)", $"{OfC} {Counting}", "", "(perform Read c)")]
    [InlineData("Count.Acquires(Count)", $"{Counting} {TakesCount}", "", "(perform Count)")]
    [InlineData("Count.Acquires(Count)", "", "", "(perform Count)")]
    [InlineData("Takes(Cell)", $"{OfC} {TakesCell}", "", $"(locked {LockOfC})")]
    [InlineData("Takes(Cell)", $"{Counting} {TakesCell}", "", $"(locked {LockOfC})")]
    [InlineData("Takes(Count)", "", "", $"(locked {LockOfCount})")]
    [InlineData("Acquires(Count)", TakesCount, "", "")]
    [InlineData("GivesBack(Cell)", "", "", $"(release {LockOfC})")]
    [InlineData("locks on return", TakesCell, "", $"(acquire {LockOfC})")]
    [InlineData("locks on return", OfC, "", $"(if (eq n 0:i32) (then (release {LockOfC})) (else))")]
    [InlineData("loop", TakesCell, "", $"(acquire {LockOfC}) (while (lt n 0:i32) (decreases 0:i32) (do (release {LockOfC})))")]
    public void Program_BreakingARule_IsRefused(string clause, string clauses, string requires, string body) =>
        Assert.Contains($"lock: {clause}", Unproved(clauses, requires, body));

    static IReadOnlyList<string> Unproved(string clauses, string requires, string body)
    {
        var condition = requires.Length == 0 ? "(not (isnull c))" : $"(and (not (isnull c)) {requires})";
        var component = Component.Parse($"""
            {Declarations}
            (contract MainContract {clauses} (modifies "Cells.Used" "Cells.Value" "Cells.Link" "Total")
              (requires Wanted "wanted" ((c Cell) (d Cell) (n i32)) {condition}))
            (op Main MainContract ((c Cell) (d Cell) (n i32)) unit {body})
            """);
        return
        [
            .. Prover.Prove(component, new ProofOptions { Operation = "Main", Counterexamples = false }).Results
                .Where(result => result.Outcome != Outcome.Proved && result.Obligation.Kind == ObligationKind.Lock)
                .Select(result => $"{result.Obligation.Kind}: {result.Obligation.Clause}"),
        ];
    }
}
