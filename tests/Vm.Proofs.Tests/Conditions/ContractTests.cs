using static Vm.Proofs.Tests.Conditions.SmallProgram;

namespace Vm.Proofs.Tests.Conditions;

/// <summary>Callers and callees owe each other what contracts say, and change nothing else.</summary>
public sealed class ContractTests
{
    static readonly string Bump = Operation(
        "Bump",
        """(modifies "c.Value")""" + NotNull
            + Ensures("Bumped", "(or (eq (old (. (elem Cells c) Value)) 2147483647:i32) (lt (old (. (elem Cells c) Value)) (. (elem Cells c) Value)))"),
        "(set (. (elem Cells c) Value) (add.i32 (. (elem Cells c) Value) 1:i32))");

    [Fact]
    public void Callee_Requires_IsOwed()
    {
        Assert.Empty(Unproved(Bump, """(modifies "c.Value")""" + NotNull, "(perform Bump c s n)"));
        Assert.Equal(["requires: Bump.NotNull"], Unproved(Bump, """(modifies "Cells.Value")""", "(perform Bump c s n)"));
    }

    [Fact]
    public void Callee_Ensures_IsKnownAndNoMore()
    {
        var contract = """(modifies "c.Value")""" + NotNull + Requires("Zero", "(eq (. (elem Cells c) Value) 0:i32)");
        Assert.Empty(Unproved(Bump, contract, "(perform Bump c s n) (assert (lt 0:i32 (. (elem Cells c) Value)))"));
        Assert.Equal(["assert: assert"], Unproved(Bump, contract, "(perform Bump c s n) (assert (eq 1:i32 (. (elem Cells c) Value)))"));
    }

    [Fact]
    public void Callee_OtherPlaces_AreUnchanged() =>
        Assert.Empty(Unproved(
            Bump, """(modifies "c.Value")""" + NotNull,
            "(let t i32 (global Total)) (let o bool (. (elem Cells c) On)) (perform Bump c s n) (assert (and (eq t (global Total)) (eq o (. (elem Cells c) On))))"));

    [Fact]
    public void Callee_Invariant_IsOwedBeforeTheCall()
    {
        const string invariant = """(invariant Same "s" () (eq (global Total) (global Other)))""";
        const string modifies = """(modifies "c.Value" "Total" "Other")""";
        const string repaired = "(set (global Total) n) (set (global Other) n) (perform Bump c s n)";
        const string broken = "(set (global Total) n) (perform Bump c s n) (set (global Other) n)";
        Assert.Empty(Unproved(Bump + invariant, modifies + NotNull, repaired));
        Assert.Contains("invariant at call: Same", Unproved(Bump + invariant, modifies + NotNull, broken));
    }

    [Fact]
    public void Frame_RowThatIsListed_MayChange() =>
        Assert.Empty(Unproved("", """(modifies "c.Value")""" + NotNull, "(set (. (elem Cells c) Value) n)"));

    [Fact]
    public void Frame_RowThatIsNotListed_MayNot() =>
        Assert.Equal(["frame: Cells.Value"], Unproved(
            "", """(modifies "c.Value")""" + NotNull + Requires("HasNext", "(not (isnull (. (elem Cells c) Next)))"),
            "(set (. (elem Cells (. (elem Cells c) Next)) Value) n)"));

    [Fact]
    public void Frame_RowBehindALink_IsTheOneAtEntry() =>
        Assert.Empty(Unproved(
            "", """(modifies "c.Next.Value" "c.Next")""" + NotNull + Requires("HasNext", "(not (isnull (. (elem Cells c) Next)))"),
            "(alias next Cells (. (elem Cells c) Next)) (set (. (elem Cells c) Next) (null Cell)) (set (. next Value) n)"));

    [Fact]
    public void Frame_ScalarThatIsNotListed_MayNotChange() =>
        Assert.Equal(["frame: Total"], Unproved("", "", "(set (global Total) n)"));

    [Fact]
    public void Frame_ChangedAndPutBack_IsUnchanged() =>
        Assert.Empty(Unproved("", "", "(let t i32 (global Total)) (set (global Total) n) (set (global Total) t)"));

    [Fact]
    public void Result_IsWhatIsReturned()
    {
        const string clause = "(eq (result) n)";
        var good = Operation("Same", Ensures("IsN", clause), "(return n)", "i32");
        var bad = Operation("Same", Ensures("IsN", clause), "(return 1:i32)", "i32");
        Assert.Empty(Unproved(good, "", "(let r i32 (perform Same c s n)) (assert (eq r n))"));
        Assert.Single(Proved(bad), result => result.Outcome != Outcome.Proved);
        Assert.All(Proved(good), result => Assert.Equal(Outcome.Proved, result.Outcome));
    }

    [Fact]
    public void Opaque_EqualArguments_GiveEqualResults()
    {
        const string function = "(opaque Place ((v i32)) i32 (add.i32 v 1:i32))";
        const string equal = "(let m i32 n) (assert (eq (call Place n) (call Place m)))";
        const string body = "(assert (eq (call Place n) (add.i32 n 1:i32)))";
        Assert.Empty(Unproved(function, "", equal));
        Assert.Equal(["assert: assert"], Unproved(function, "", body));
        Assert.Empty(Unproved(function.Replace("opaque", "pure"), "", body));
    }

    static IReadOnlyList<ObligationResult> Proved(string operation) => Prover
        .Prove(Component.Parse("(vm-ir 1 Small) (handle Cell nullable) (handle Shelf) (state Cells)" + operation), new ProofOptions())
        .Results;
}
