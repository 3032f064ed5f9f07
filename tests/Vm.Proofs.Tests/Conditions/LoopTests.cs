using static Vm.Proofs.Tests.Conditions.SmallProgram;

namespace Vm.Proofs.Tests.Conditions;

/// <summary>Loops go by their invariants and have to end.</summary>
public sealed class LoopTests
{
    const string Condition = "(lt i n)";
    const string Bounded = "(invariant (le i n))";
    const string Falls = "(decreases (conv.i32.i64 (sub.i32 n i)))";
    const string Step = "(do (set i (add.i32 i 1:i32)))";

    static readonly string NotNegative = Requires("NotNegative", "(le 0:i32 n)");

    static IEnumerable<string> Loop(string invariants, string variant, string step, string behind = "(assert (eq i n))") =>
        Unproved("", NotNegative, $"(let i i32 0:i32) (while {Condition} {invariants} {variant} {step}) {behind}");

    [Fact]
    public void Loop_WithInvariantAndVariant_IsProved() =>
        Assert.Empty(Loop($"{Bounded} (invariant (le 0:i32 i))", Falls, Step));

    [Fact]
    public void Loop_WithoutInvariant_KnowsOnlyThatConditionIsFalse() =>
        Assert.Contains("assert: assert", Loop("", Falls, Step));

    [Fact]
    public void Loop_WithoutVariant_Fails() =>
        Assert.Equal(["loop ends: variant"], Loop(Bounded, "", Step));

    [Fact]
    public void Loop_ThatDoesNotAdvance_Fails() =>
        Assert.Equal(["loop ends: variant"], Loop($"{Bounded} (invariant (le 0:i32 i))", Falls, "(do)"));

    [Fact]
    public void Invariant_NotKept_Fails() =>
        Assert.Contains("loop invariant kept: loop invariant", Loop("(invariant (eq i 0:i32))", Falls, Step));

    [Fact]
    public void Invariant_NotTrueAtFirst_Fails() =>
        Assert.Contains("loop invariant initially: loop invariant", Loop("(invariant (lt 0:i32 i))", Falls, Step));

    [Fact]
    public void Break_LeavesWithWhatIsKnownThere()
    {
        const string step = "(do (if (eq i 3:i32) (then (break)) (else)) (set i (add.i32 i 1:i32)))";
        const string invariants = $"{Bounded} (invariant (le 0:i32 i))";
        Assert.Empty(Loop(invariants, Falls, step, "(assert (or (eq i n) (eq i 3:i32)))"));
        Assert.Equal(["assert: assert"], Loop(invariants, Falls, step));
    }

    [Fact]
    public void Continue_OwesTheInvariants()
    {
        const string step = "(do (set i (add.i32 i 1:i32)) (if (eq i 3:i32) (then (set i 9:i32) (continue)) (else)))";
        Assert.Equal(
            ["loop invariant kept: loop invariant"],
            Loop($"{Bounded} (invariant (le 0:i32 i))", Falls, step));
    }

    [Fact]
    public void Loop_ThatPerformsOperations_HasTheCatalogueAtItsHead()
    {
        const string catalogue = """(invariant Same "s" () (eq (global Total) (global Other)))""";
        const string modifies = """(modifies "Total" "Other")""";
        const string bounds = $"{Bounded} (invariant (le 0:i32 i))";
        var both = Operation("Both", modifies, "(set (global Total) n) (set (global Other) n)");
        string Body(string step) =>
            $"(let i i32 0:i32) (while {Condition} {bounds} {Falls} (do {step} (set i (add.i32 i 1:i32))))";

        Assert.Empty(Unproved(catalogue + both, modifies + NotNegative, Body("(perform Both c s n)")));
        Assert.Equal(
            ["loop invariant kept: Same"],
            Unproved(catalogue + both, modifies + NotNegative, Body("(perform Both c s n) (set (global Total) 1:i32) (set (global Other) 2:i32)")));
        Assert.Equal(
            ["loop invariant initially: Same"],
            Unproved(
                catalogue + both, modifies + NotNegative,
                "(set (global Total) 1:i32) (set (global Other) 2:i32)" + Body("(perform Both c s n)")));
    }
}
