using static Vm.Proofs.Tests.Conditions.SmallProgram;

namespace Vm.Proofs.Tests.Conditions;

/// <summary>Invariants over all rows: numbers of rows, keys, lists.</summary>
public sealed class CatalogueTests
{
    const string Counted = """(invariant Counted "s" () (eq (global Total) (count (x Cell) (. (elem Cells x) On))))""";

    const string CountedByShelf = """
        (invariant Numbered "s" ((h Shelf))
          (eq (. (elem Shelves h) Number) (count (x Cell) (and (. (elem Cells x) On) (eq (. (elem Cells x) Home) h)))))
        """;

    const string Listed = """
        (invariant Listed "s" ()
          (chain (h Shelf) (. (elem Shelves h) First) (x Cell) (. (elem Cells x) Next) (. (elem Cells x) On) (. (elem Cells x) Home)))
        """;

    const string Different = """(invariant Different "s" () (unique (x Cell) (. (elem Cells x) On) (. (elem Cells x) Value)))""";

    static readonly string Off = NotNull + Requires("Off", "(not (. (elem Cells c) On))");

    static readonly string On = NotNull + Requires("On", "(. (elem Cells c) On)");

    [Fact]
    public void Count_Corrected_IsProved() =>
        Assert.Empty(Unproved(
            Counted, """(modifies "c.On" "Total")""" + Off,
            "(set (. (elem Cells c) On) true) (set (global Total) (add.i32 (global Total) 1:i32))"));

    [Fact]
    public void Count_NotCorrected_Fails() =>
        Assert.Equal(["invariant: Counted"], Unproved(Counted, """(modifies "c.On" "Total")""" + Off, "(set (. (elem Cells c) On) true)"));

    [Fact]
    public void Count_OfARowThatIsThere_IsPositive()
    {
        Assert.Empty(Unproved(Counted, On, "(assert (lt 0:i32 (global Total)))"));
        Assert.Equal(["assert: assert"], Unproved(Counted, Off, "(assert (lt 0:i32 (global Total)))"));
    }

    [Fact]
    public void CountByKey_WhenKeyChanges_MovesTheRow()
    {
        const string modifies = """(modifies "c.Home" "Shelves.Number")""";
        const string moved = """
            (let from Shelf (. (elem Cells c) Home))
            (set (. (elem Cells c) Home) s)
            (set (. (elem Shelves from) Number) (sub.i32 (. (elem Shelves from) Number) 1:i32))
            (set (. (elem Shelves s) Number) (add.i32 (. (elem Shelves s) Number) 1:i32))
            """;
        Assert.Empty(Unproved(CountedByShelf, modifies + On, moved));
        Assert.Equal(
            ["invariant: Numbered"],
            Unproved(CountedByShelf, modifies + On, moved.Replace("(. (elem Shelves from) Number) 1:i32", "(. (elem Shelves from) Number) 2:i32")));
    }

    [Fact]
    public void CountByKey_OfAnotherForm_IsRefusedWithTheWayOut()
    {
        var byNumber = CountedByShelf.Replace("(eq (. (elem Cells x) Home) h)", "(eq (index (. (elem Cells x) Home)) (index h))");
        var refusal = Assert.Throws<ComponentException>(() => Unproved(byNumber, "", "").ToList()).Message;
        Assert.Contains("clause Numbered counts by 'h'", refusal);
        Assert.Contains("'new T(number) == h'", refusal);
    }

    [Fact]
    public void Unique_WithFreshKey_IsProved()
    {
        var isFree = Requires("KeyIsFree", "(not (exists (x Cell) (and (. (elem Cells x) On) (eq (. (elem Cells x) Value) n))))");
        const string body = "(set (. (elem Cells c) Value) n) (set (. (elem Cells c) On) true)";
        Assert.Empty(Unproved(Different, """(modifies "c.Value" "c.On")""" + Off + isFree, body));
        Assert.Equal(["invariant: Different"], Unproved(Different, """(modifies "c.Value" "c.On")""" + Off, body));
    }

    [Fact]
    public void Chain_Push_IsProved() => Assert.Empty(Unproved(Listed, PushPlaces + Off, Push));

    [Theory]
    [InlineData("(set (. (elem Cells c) Next) (. (elem Shelves s) First))")]
    [InlineData("(set (. (elem Shelves s) First) c)")]
    [InlineData("(set (. (elem Cells c) Home) s)")]
    [InlineData("(set (. (elem Cells c) On) true)")]
    public void Chain_PushThatForgetsAStep_Fails(string step) =>
        Assert.NotEmpty(Unproved(Listed, PushPlaces + Off, Push.Replace(step, "")));

    [Fact]
    public void Chain_Pop_IsProved() => Assert.Empty(Unproved(Listed, PopPlaces, Pop));

    [Theory]
    [InlineData("(set (. (elem Shelves s) First) (. (elem Cells top) Next))", "")]
    [InlineData("(. (elem Cells top) Next)", "(null Cell)")]
    [InlineData("(set (. (elem Cells top) On) false)", "")]
    public void Chain_PopThatIsWrong_Fails(string from, string to) =>
        Assert.NotEmpty(Unproved(Listed, PopPlaces, Pop.Replace(from, to)));

    const string PushPlaces = """(modifies "c.Next" "c.Home" "c.On" "Shelves.First")""";

    const string Push = """
        (set (. (elem Cells c) Next) (. (elem Shelves s) First))
        (set (. (elem Shelves s) First) c)
        (set (. (elem Cells c) Home) s)
        (set (. (elem Cells c) On) true)
        """;

    const string PopPlaces = """(modifies "Cells.On" "Shelves.First")""";

    const string Pop = """
        (let top Cell (. (elem Shelves s) First))
        (if (isnull top) (then (return)) (else))
        (set (. (elem Shelves s) First) (. (elem Cells top) Next))
        (set (. (elem Cells top) On) false)
        """;
}
