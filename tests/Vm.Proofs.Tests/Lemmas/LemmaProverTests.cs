using System.Reflection;
using Vm.Paging;
using Vm.Pmap.Lemmas;
using Vm.Proofs.Caching;
using Vm.Proofs.Lemmas;
using Vm.Proofs.Tests.Interpretation;

namespace Vm.Proofs.Tests.Lemmas;

/// <summary>Lemmas of the component, and lemmas that are wrong.</summary>
public sealed class LemmaProverTests(ProvedBefore known) : IClassFixture<ProvedBefore>
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

    [Fact]
    public void Lemmas_OfTheComponent_StandWhereTheyWereWritten()
    {
        var places = LemmaProver.Of(ResidentComponent.Component).DistinctBy(lemma => lemma.Obligation.Clause)
            .ToDictionary(lemma => lemma.Obligation.Clause, lemma => lemma.Obligation.Place);
        Assert.Equal(places.Count, places.Values.Distinct().Count());
        Assert.All(places.Values, place => Assert.True(place.Line > 0, place.ToString()));
        Assert.Equal("Vm.Impl/Pmap/Lemmas/TableLemmas.cs", places["NotesAreIgnored"].File);
        Assert.Equal("Vm.Spec/Paging/AddressLemmas.cs", places["IndexIsInTheTable"].File);
    }

    /// <summary>What is wrong in a step, and the lemmas that are not proved then.</summary>
    public static TheoryData<string, string> Twins => new()
    {
        { "map swaps RW and US", "EnterIsFound EnterIsSeen" },
        { "map forgets NX", "EnterIsFound EnterIsSeen" },
        { "lower forgets NX", "ProtectIsSeen ProtectOnlyLowers" },
        { "lower gives", "ProtectOnlyLowers" },
        { "unmap keeps P", "RemoveIsNotFound RemoveIsSeen" },
        { "the wrong level is written", "ChangeKeepsTheTree ChangeLeavesOthers EnterIsFound EnterIsSeen ProtectIsSeen ProtectOnlyLowers" },
        { "the invalidation is forgotten", "EnterIsSeen InvalidatedIsNotFound ProtectIsSeen RemoveIsSeen" },
        { "an invalidation fills the next slot", "InvalidationAddsNothing" },
        { "a new table is not cleared", "AttachIsAStep AttachKeepsTheTree AttachLeavesWalks" },
        { "an index has two bits swapped", "AttachKeepsTheTree ChangeLeavesOthers" },
        { "two bits of an index change places", "IndexIsReadBack Recomposed" },
        {
            "an index has a bit too many",
            "AttachIsAStep AttachKeepsTheTree AttachLeavesWalks ChangeKeepsTheTree ChangeLeavesOthers EnterIsFound EnterIsSeen IndexIsInTheTable"
            + " IndexIsReadBack ProtectOnlyLowers WalkOnlyNotes"
        },
        { "a walk notes in a wrong bit", "WalkOnlyNotes" },
        { "a walk goes by what it notes", "EnterIsFound EnterIsSeen NotesAreIgnored" },
    };

    /// <summary>
    /// The must-fail twins: with a wrong step in place of the right one, the lemmas about it are not proved any more. What is still
    /// proved is not about it. So each lemma says something, too: none holds for want of a case.
    /// </summary>
    [Theory]
    [MemberData(nameof(Twins))]
    public void Lemmas_WithAWrongStep_AreNotProved(string what, string lemmas)
    {
        var (right, wrong) = BrokenSteps.All[what];
        var cache = known.Open();
        var prover = new LemmaProver(Options, SolverInfo.Find(), cache) { Replacements = new Dictionary<MethodBase, MethodInfo> { [right] = wrong } };
        Type[] classes = [AddressLemmas(), typeof(InvalidationLemmas<PaePaging>), typeof(MappingLemmas<PaePaging>), typeof(TableLemmas<PaePaging>)];
        var results = prover.Prove([.. classes.SelectMany(type => LemmaProver.Of(type))]);
        cache.Save();

        Assert.DoesNotContain(results, result => result.Outcome is Outcome.Error or Outcome.OutOfResource);
        Assert.Equal(
            lemmas,
            string.Join(' ', results.Where(result => result.Outcome != Outcome.Proved).Select(result => result.Obligation.Clause).Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void Lemmas_OfTheComponent_HaveATwinEach() => Assert.Equal(
        LemmaProver.Of(ResidentComponent.Component).Select(lemma => lemma.Obligation.Clause).Distinct().Order(StringComparer.Ordinal),
        Twins.SelectMany(twin => ((string)((object[])twin)[1]).Split(' ')).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void Lemmas_ThatAreWrong_AreRefutedByARunOrCandidates()
    {
        var results = Prove(typeof(WrongLemmas)).ToDictionary(result => result.Obligation.Clause);

        string[] refuted = ["AFieldHasNoBit", "AnotherCell", "NothingIsMapped", "OutOfRange", "SlotsAreEmpty", "ThrowsForOne"];
        Assert.Equal(refuted, results.Values.Where(result => result.Outcome == Outcome.Refuted).Select(result => result.Obligation.Clause).Order(StringComparer.Ordinal));
        Assert.All(refuted, name => Assert.True(results[name].Counterexample!.Executed));
        Assert.Contains("va.word0 = 0x", results["AFieldHasNoBit"].Counterexample!.Table, StringComparison.Ordinal);
        Assert.Contains("memory[0x", results["AnotherCell"].Counterexample!.Table, StringComparison.Ordinal);
        Assert.Contains("throws InvalidOperationException", results["ThrowsForOne"].Note, StringComparison.Ordinal);
        Assert.Contains("throws IndexOutOfRangeException", results["OutOfRange"].Note, StringComparison.Ordinal);
        Assert.Contains("no multiple of its cell's size; the proof cannot follow", results["Unaligned"].Note, StringComparison.Ordinal);
        Assert.Contains("candidate", results["Unaligned"].Note, StringComparison.Ordinal);
        Assert.Contains("Floating", results["Floating"].Note, StringComparison.Ordinal);
        Assert.Contains("does not end", results["DoesNotEnd"].Note, StringComparison.Ordinal);
        Assert.All(results.Values, result => Assert.NotEqual(Outcome.Proved, result.Outcome));
    }

    [Fact]
    public void Lemmas_OfPlainArithmetic_AreProved() =>
        Assert.All(Prove(typeof(RightLemmas)), result => Assert.True(result.Outcome == Outcome.Proved, $"{result.Obligation.Clause}: {result.Note}"));

    [Fact]
    public void Lemmas_OfUnchangedCode_AreKnown_AndOfOtherCodeAreNot()
    {
        using var folder = new Folder();
        var (right, wrong) = BrokenSteps.All["two bits of an index change places"];
        IReadOnlyList<ObligationResult> ProveAgain(bool isBroken)
        {
            var cache = ProofCache.Open(folder.Path);
            var replacements = isBroken ? new Dictionary<MethodBase, MethodInfo> { [right] = wrong } : null;
            var results = new LemmaProver(Options, SolverInfo.Find(), cache) { Replacements = replacements }.Prove([.. LemmaProver.Of(AddressLemmas())]);
            cache.Save();
            return results;
        }

        Assert.All(ProveAgain(isBroken: false), result => Assert.Equal((Outcome.Proved, Evidence.Solver), (result.Outcome, result.Evidence)));
        Assert.All(ProveAgain(isBroken: false), result => Assert.Equal((Outcome.Proved, Evidence.Cache), (result.Outcome, result.Evidence)));
        Assert.Contains(ProveAgain(isBroken: true), result => result.Outcome != Outcome.Proved);
    }

    [Fact]
    public void VersionsOf_CodeOfALemma_HasAllThatTheCodeCanReach()
    {
        var versions = LemmaCode.VersionsOf(typeof(MappingLemmas<PaePaging>).Assembly);
        foreach (var reached in (Type[])[typeof(MappingLemmas<PaePaging>), typeof(IPagingMode), typeof(object), typeof(LemmaProver)])
            Assert.Contains(reached.Module.ModuleVersionId.ToString(), versions, StringComparison.Ordinal);
        Assert.DoesNotContain(typeof(LemmaProverTests).Module.ModuleVersionId.ToString(), versions, StringComparison.Ordinal);
    }

    static Type AddressLemmas() =>
        typeof(IPagingMode).Assembly.GetType("Vm.Paging.AddressLemmas`1", throwOnError: true)!.MakeGenericType(typeof(PaePaging));

    static IReadOnlyList<ObligationResult> Prove(Type type) =>
        new LemmaProver(Options, SolverInfo.Find()).Prove([.. LemmaProver.Of(type)]);
}

/// <summary>Lemmas that a wrong step does not touch are the same question again: they are asked once.</summary>
public sealed class ProvedBefore : IDisposable
{
    readonly Folder folder = new();

    public void Dispose() => folder.Dispose();

    internal ProofCache Open() => ProofCache.Open(folder.Path);
}
