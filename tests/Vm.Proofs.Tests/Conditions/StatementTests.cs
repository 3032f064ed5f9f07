using static Vm.Proofs.Tests.Conditions.SmallProgram;

namespace Vm.Proofs.Tests.Conditions;

/// <summary>One rule for statements in each pair of tests: a program that has to be proved, and its twin that must not be.</summary>
public sealed class StatementTests
{
    [Fact]
    public void Assert_Implied_IsProved() =>
        Assert.Empty(Unproved("", Requires("Positive", "(lt 0:i32 n)"), "(assert (le 1:i32 n))"));

    [Fact]
    public void Assert_NotImplied_Fails() =>
        Assert.Equal(["assert: assert"], Unproved("", Requires("Positive", "(lt 0:i32 n)"), "(assert (le 2:i32 n))"));

    [Fact]
    public void Assert_AfterAnother_MayUseIt() =>
        Assert.Equal(["assert: assert"], Unproved("", "", "(assert (lt 5:i32 n)) (assert (lt 4:i32 n))"));

    [Fact]
    public void Panic_OnImpossiblePath_IsProved() =>
        Assert.Empty(Unproved("", Requires("Positive", "(lt 0:i32 n)"), """(if (eq n 0:i32) (then (panic "f" "never")) (else))"""));

    [Fact]
    public void Panic_OnPossiblePath_Fails() =>
        Assert.Equal(["panic: f"], Unproved("", "", """(if (eq n 0:i32) (then (panic "f" "never")) (else))"""));

    [Fact]
    public void Row_ThroughHandleThatIsNotNull_IsProved() =>
        Assert.Empty(Unproved("", NotNull, "(let v i32 (. (elem Cells c) Value))"));

    [Fact]
    public void Row_ThroughHandleThatMayBeNull_Fails() =>
        Assert.Equal(["non-null: Cells"], Unproved("", "", "(let v i32 (. (elem Cells c) Value))"));

    [Theory]
    [InlineData("(locked (. (elem Cells c) Lock))")]
    [InlineData("(reading (. (elem Cells c) Lock))")]
    [InlineData("(acquire (. (elem Cells c) Lock))")]
    [InlineData("(release (. (elem Cells c) Lock))")]
    public void Lock_ThroughHandleThatMayBeNull_Fails(string statement)
    {
        Assert.Equal(["non-null: Cells"], Unproved("", "", statement));
        Assert.Empty(Unproved("", NotNull, statement));
    }

    [Fact]
    public void And_RightSide_KnowsLeftSide() =>
        Assert.Empty(Unproved("", "", "(let v bool (and (not (isnull c)) (. (elem Cells c) On)))"));

    [Fact]
    public void And_LeftSide_DoesNotKnowRightSide() =>
        Assert.Equal(["non-null: Cells"], Unproved("", "", "(let v bool (and (. (elem Cells c) On) (not (isnull c))))"));

    [Fact]
    public void Or_RightSide_KnowsThatLeftSideIsFalse() =>
        Assert.Empty(Unproved("", "", "(let v bool (or (isnull c) (. (elem Cells c) On)))"));

    [Fact]
    public void Division_ByPositive_IsProved() =>
        Assert.Empty(Unproved("", Requires("Positive", "(lt 0:i32 n)"), "(let v i32 (div.i32 7:i32 n))"));

    [Fact]
    public void Division_ByAny_Fails() =>
        Assert.Equal(["divisor: divisor"], Unproved("", "", "(let v i32 (div.i32 7:i32 n))"));

    [Fact]
    public void If_BothArms_Join() =>
        Assert.Empty(Unproved(
            "", """(modifies "Total")""" + Ensures("Set", "(or (eq (global Total) 1:i32) (eq (global Total) 2:i32))"),
            "(if (lt n 0:i32) (then (set (global Total) 1:i32)) (else (set (global Total) 2:i32)))"));

    [Fact]
    public void If_OneArmForgotten_Fails() =>
        Assert.Equal(["ensures: Set"], Unproved(
            "", """(modifies "Total")""" + Ensures("Set", "(or (eq (global Total) 1:i32) (eq (global Total) 2:i32))"),
            "(if (lt n 0:i32) (then (set (global Total) 1:i32)) (else))"));

    [Fact]
    public void Return_Early_OwesEnsuresToo()
    {
        var contract = """(modifies "Total")""" + Ensures("Set", "(eq (global Total) 1:i32)");
        Assert.Empty(Unproved("", contract, "(set (global Total) 1:i32) (if (lt n 0:i32) (then (return)) (else)) (set (global Total) 1:i32)"));
        Assert.Equal(["ensures: Set"], Unproved("", contract, "(if (lt n 0:i32) (then (return)) (else)) (set (global Total) 1:i32)"));
    }

    [Fact]
    public void Sum_ThatFits_IsExact() =>
        Assert.Empty(Unproved("", Requires("Fits", "(lt n 2147483647:i32)"), "(assert (lt n (add.i32 n 1:i32)))"));

    [Fact]
    public void Sum_ThatMayNotFit_Wraps() =>
        Assert.Equal(["assert: assert"], Unproved("", "", "(assert (lt n (add.i32 n 1:i32)))"));

    [Fact]
    public void Alias_WhenHandleChanges_KeepsItsRow() =>
        Assert.Empty(Unproved(
            "", """(modifies "Cells.Value")""" + NotNull,
            "(let p Cell c) (alias a Cells p) (set p (null Cell)) (set (. a Value) 3:i32) (assert (eq (. (elem Cells c) Value) 3:i32))"));

    [Fact]
    public void Write_ThroughAnotherHandle_MayHitTheSameRow() =>
        Assert.Equal(["assert: assert"], Unproved(
            "(external Pick () Cell)", """(modifies "Cells.Value")""" + NotNull,
            """
            (let d Cell (outside Pick)) (assert (not (isnull c)))
            (if (isnull d) (then (return)) (else))
            (set (. (elem Cells c) Value) 1:i32) (set (. (elem Cells d) Value) 2:i32)
            (assert (eq (. (elem Cells c) Value) 1:i32))
            """));

    [Fact]
    public void Ghost_Changes_AreKnown()
    {
        const string body = "(ghost-add Seen c) (assert (member Seen c)) (ghost-remove Seen c) (assert (member Seen c))";
        Assert.Equal(["assert: assert"], Unproved("", """(modifies "Seen")""" + NotNull, body));
    }
}
