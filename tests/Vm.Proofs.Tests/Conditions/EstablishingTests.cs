using static Vm.Proofs.Tests.Conditions.SmallProgram;

namespace Vm.Proofs.Tests.Conditions;

/// <summary>What establishes the invariants starts from a new state and from nothing else.</summary>
public sealed class EstablishingTests
{
    const string Counted =
        """(invariant Counted "s" () (eq (global Total) (conv.u64.i32 (count (c Cell) (. (elem Cells c) On)))))""";

    const string Listed =
        """
        (invariant Listed "s" () (chain (h Shelf) (. (elem Shelves h) First) (c Cell) (. (elem Cells c) Next)
          (. (elem Cells c) On) (. (elem Cells c) Home)))
        """;

    const string Modifies = """(modifies "Total" "Other" "Cells.Value" "Cells.On" "Cells.Next")""";

    static IEnumerable<string> Established(string invariant, string body) => Unproved(invariant, $"establishes {Modifies}", body);

    [Fact]
    public void NewState_HasNoMembersAndCountsNone() => Assert.Empty(Established(Counted + Listed, ""));

    [Fact]
    public void NewState_ThatLacksWhatTheInvariantAsks_Fails()
    {
        const string positive = """(invariant Positive "s" () (lt 0:i32 (global Total)))""";
        Assert.Equal(["invariant: Positive"], Established(positive, ""));
        Assert.Empty(Established(positive, "(set (global Total) 1:i32)"));
    }

    [Fact]
    public void Establishing_ThatCountsWrongly_Fails() =>
        Assert.Equal(["invariant: Counted"], Established(Counted, "(set (global Total) 1:i32)"));

    [Fact]
    public void OtherOperation_KnowsNothingOfNewStates() =>
        Assert.Equal(["assert: assert"], Unproved("", "", "(assert (eq 0:i32 (global Total)))"));

    [Fact]
    public void Constant_OfANewState_HasAnyValue()
    {
        var program = SmallProgram.With(Operation("Main", "establishes", "(assert (eq 0:i32 (global Total)))"));
        Assert.Equal(Outcome.Proved, Assert.Single(Results(program)).Outcome);

        var constant = Component.Parse([.. program.Texts.Select(text => text.Replace("(global Total i32 (unguarded))", "(global Total i32 (constant))"))]);
        Assert.NotEqual(Outcome.Proved, Assert.Single(Results(constant)).Outcome);
    }

    [Fact]
    public void Establishing_PerformedByAnOperation_IsRefused()
    {
        var establishing = Operation("Begin", "establishes", "");
        var failure = Assert.Throws<ComponentException>(() => Unproved(establishing, "", "(perform Begin c s n)").ToList());
        Assert.Contains("Begin runs on a new state", failure.Message, StringComparison.Ordinal);
    }

    /// <summary>A loop may set up what no operation would: nothing is known of a new state's members but what its invariants say.</summary>
    [Fact]
    public void Loop_OverANewState_KeepsNumbersThatItsInvariantsImply()
    {
        const string loop = """
            (let i i32 0:i32)
            (while (lt i n) INVARIANT (decreases (conv.i32.i64 (sub.i32 n i)))
              (do (set (. (elem Cells c) Value) i) (set (. (elem Cells c) On) false) (set i (add.i32 i 1:i32))))
            """;
        var contract = $"establishes {Modifies}" + NotNull + Requires("NotNegative", "(le 0:i32 n)");
        var blank = loop.Replace("INVARIANT", "(invariant (le 0:i32 i)) (invariant (forall (d Cell) (not (. (elem Cells d) On))))");
        Assert.Empty(Unproved(Counted + Listed, contract, blank));
        Assert.Contains("invariant: Counted", Unproved(Counted + Listed, contract, loop.Replace("INVARIANT", "(invariant (le 0:i32 i))")));
    }

    static IReadOnlyList<ObligationResult> Results(Component component) => Prover.Prove(component, new ProofOptions()).Results;
}
