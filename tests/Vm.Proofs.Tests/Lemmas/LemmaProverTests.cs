using System.Reflection;
using Vm.Paging;
using Vm.Pmap.Lemmas;
using Vm.Proofs.Lemmas;
using Vm.Proofs.Tests.Interpretation;

namespace Vm.Proofs.Tests.Lemmas;

/// <summary>Lemmas of the component, and lemmas that are wrong.</summary>
public sealed class LemmaProverTests
{
    static readonly ProofOptions Options = new();

    [Fact]
    public void Lemmas_OfTheComponent_AreProvedInEachMode()
    {
        IReadOnlyList<LemmaInstance> lemmas = [.. LemmaProver.Of(ResidentComponent.Component)];
        var results = new LemmaProver(Options, SolverInfo.Find()).Prove(lemmas);

        Assert.Empty(results.Where(result => result.Outcome != Outcome.Proved)
            .Select(result => $"{result.Obligation.Operation}.{result.Obligation.Clause}: {result.Outcome} {result.Note}"));
        foreach (var mode in (Type[])[typeof(I386Paging), typeof(PaePaging), typeof(FourLevelPaging)])
        {
            Assert.Equal(
                ["AddressLemmas", "InvalidationLemmas", "MappingLemmas", "TableLemmas"],
                lemmas.Select(lemma => lemma.Obligation.Operation).Distinct()
                    .Where(name => name.EndsWith($"<{mode.Name}>", StringComparison.Ordinal)).Select(name => name.Split('<')[0]));
        }
    }

    /// <summary>
    /// The must-fail twins: with a wrong step in place of the right one, the lemmas about it are not proved any more. What is still
    /// proved is not about it. So each lemma says something, too: none holds for want of a case.
    /// </summary>
    [Theory]
    [InlineData("map swaps RW and US", "EnterIsFound EnterIsSeen")]
    [InlineData("map forgets NX", "EnterIsFound EnterIsSeen")]
    [InlineData("lower forgets NX", "ProtectIsSeen ProtectOnlyLowers")]
    [InlineData("lower gives", "ProtectOnlyLowers")]
    [InlineData("unmap keeps P", "RemoveIsNotFound RemoveIsSeen")]
    [InlineData("the wrong level is written", "ChangeKeepsTheTree ChangeLeavesOthers EnterIsFound EnterIsSeen ProtectIsSeen ProtectOnlyLowers")]
    [InlineData("the invalidation is forgotten", "EnterIsSeen InvalidatedIsNotFound ProtectIsSeen RemoveIsSeen")]
    [InlineData("a new table is not cleared", "AttachIsAStep AttachKeepsTheTree AttachLeavesWalks EnterIsFound")]
    [InlineData("an index has two bits swapped", "AttachKeepsTheTree ChangeLeavesOthers")]
    public void Lemmas_WithAWrongStep_AreNotProved(string what, string lemmas)
    {
        var (right, wrong) = BrokenSteps.All[what];
        var prover = new LemmaProver(Options, SolverInfo.Find()) { Replacements = new Dictionary<MethodBase, MethodInfo> { [right] = wrong } };
        Type[] classes = [typeof(InvalidationLemmas<PaePaging>), typeof(MappingLemmas<PaePaging>), typeof(TableLemmas<PaePaging>)];
        var results = prover.Prove([.. classes.SelectMany(type => LemmaProver.Of(type, SourcePlace.None))]);

        Assert.DoesNotContain(results, result => result.Outcome is Outcome.Error or Outcome.OutOfResource);
        Assert.Equal(
            lemmas,
            string.Join(' ', results.Where(result => result.Outcome != Outcome.Proved).Select(result => result.Obligation.Clause).Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void Lemmas_WithSwappedIndexBits_AreNotProved()
    {
        var lemmas = typeof(IPagingMode).Assembly.GetType("Vm.Paging.AddressLemmas`1", throwOnError: true)!;
        var results = Prove(lemmas.MakeGenericType(typeof(SwappedBits)));
        Assert.Equal(
            ["IndexIsInTheTable Proved", "IndexIsReadBack Unknown", "Recomposed Unknown"],
            results.Select(result => $"{result.Obligation.Clause} {result.Outcome}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Lemmas_ThatAreWrong_AreCandidatesWithTheirValues()
    {
        var results = Prove(typeof(WrongLemmas)).ToDictionary(result => result.Obligation.Clause);

        Assert.Equal(Outcome.Unknown, results["AFieldHasNoBit"].Outcome);
        Assert.Contains("candidate: false for va.word0 = 0x", results["AFieldHasNoBit"].Note, StringComparison.Ordinal);
        Assert.Contains("throws", results["ThrowsForOne"].Note, StringComparison.Ordinal);
        Assert.Contains("outside of its array", results["OutOfRange"].Note, StringComparison.Ordinal);
        Assert.Contains("no multiple of its cell's size", results["Unaligned"].Note, StringComparison.Ordinal);
        Assert.Contains("Floating", results["Floating"].Note, StringComparison.Ordinal);
        Assert.Contains("does not end", results["DoesNotEnd"].Note, StringComparison.Ordinal);
        Assert.All(results.Values, result => Assert.NotEqual(Outcome.Proved, result.Outcome));
    }

    [Fact]
    public void Lemmas_OfPlainArithmetic_AreProved() =>
        Assert.All(Prove(typeof(RightLemmas)), result => Assert.True(result.Outcome == Outcome.Proved, $"{result.Obligation.Clause}: {result.Note}"));

    static IReadOnlyList<ObligationResult> Prove(Type type) =>
        new LemmaProver(Options, SolverInfo.Find()).Prove([.. LemmaProver.Of(type, SourcePlace.None)]);
}
