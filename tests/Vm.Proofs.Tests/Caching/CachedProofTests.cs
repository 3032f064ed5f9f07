using Vm.Proofs.Tests.Conditions;

namespace Vm.Proofs.Tests.Caching;

/// <summary>Proofs with a memory: what is proved once is not asked again, and nothing that is not proved comes to be believed.</summary>
public sealed class CachedProofTests : IDisposable
{
    const string Clears = "(set (. (elem Cells c) On) false)";
    const string Sets = "(set (. (elem Cells c) On) true)";

    readonly Folder folder = new();

    string CacheFile => folder.File("proved.txt");

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Prove_TheSecondTime_AsksNothing()
    {
        var first = Prove(Clearing(Clears), Comparing);
        var second = Prove(Clearing(Clears), Comparing);

        Assert.True(first.Count(Evidence.Solver) > 0);
        Assert.Equal(0, first.Count(Evidence.Cache));
        Assert.Equal(0, second.Count(Evidence.Solver));
        Assert.Equal(first.Count(Evidence.Solver), second.Count(Evidence.Cache));
        Assert.Equal(first.Results.Select(Verdict), second.Results.Select(Verdict));
    }

    [Fact]
    public void Prove_AfterOneBodyChanged_AsksOnlyAboutThatOne()
    {
        Prove(Clearing(Clears), Comparing);
        var report = Prove(Clearing($"{Clears} {Clears}"), Comparing);

        Assert.Equal(["Clear"], report.Results.Where(r => r.Evidence == Evidence.Solver).Select(r => r.Obligation.Operation).Distinct());
        Assert.Equal(["Compare"], report.Results.Where(r => r.Evidence == Evidence.Cache).Select(r => r.Obligation.Operation).Distinct());
    }

    [Fact]
    public void Prove_WhatBecameFalse_IsNotBelieved()
    {
        Assert.DoesNotContain(Prove(Clearing(Clears)).Results, r => r.Outcome != Outcome.Proved);

        var broken = Prove(Clearing(Sets)).Results.Single(r => r.Obligation.Clause == "IsOff");

        Assert.Equal(Outcome.Unknown, broken.Outcome);
        Assert.Equal(Evidence.Solver, broken.Evidence);
    }

    [Fact]
    public void Prove_WhatIsNotProved_IsNeverRemembered()
    {
        var broken = SmallProgram.Operation("Clear", SmallProgram.Ensures("No", "false"), "");
        Assert.DoesNotContain(Prove(broken).Results, r => r.Outcome == Outcome.Proved && r.Evidence != Evidence.Plain);
        Assert.False(File.Exists(CacheFile));

        var atLimit = Prover.Prove(SmallProgram.With(Clearing(Clears)), Options with { ResourceLimit = 1 });
        Assert.Contains(atLimit.Results, r => r.Outcome == Outcome.OutOfResource);
        Assert.False(File.Exists(CacheFile));
    }

    [Fact]
    public void Prove_WithOtherLimits_AsksAgain()
    {
        Prove(Clearing(Clears));

        foreach (var other in new[] { Options with { Seed = 1 }, Options with { Timeout = TimeSpan.FromSeconds(9) }, Options with { ResourceLimit = 49_000_000 } })
            Assert.Equal(0, Prover.Prove(SmallProgram.With(Clearing(Clears)), other).Count(Evidence.Cache));
    }

    [Fact]
    public void Prove_WithoutFolder_LeavesNothing()
    {
        Prover.Prove(SmallProgram.With(Clearing(Clears)), new ProofOptions());

        Assert.Empty(Directory.GetFiles(folder.Path));
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("vm-proved 1\n0000000000000000000000000000000000000000000000000000000000000000\nsha256 0000\n")]
    public void Prove_OverADamagedFile_WarnsAndProvesAfresh(string damage)
    {
        Prove(Clearing(Clears));
        File.WriteAllText(CacheFile, damage);
        var report = Prove(Clearing(Clears));

        Assert.Contains(CacheFile, Assert.Single(report.Warnings), StringComparison.Ordinal);
        Assert.Equal(0, report.Count(Evidence.Cache));
        Assert.All(report.Results, r => Assert.Equal(Outcome.Proved, r.Outcome));
        Assert.Empty(Prove(Clearing(Clears)).Warnings);
    }

    /// <summary>One byte turned over anywhere makes the whole file worthless.</summary>
    [Fact]
    public void Prove_OverAFileWithOneByteChanged_BelievesNothingOfIt()
    {
        Prove(Clearing(Clears));
        var whole = File.ReadAllBytes(CacheFile);
        foreach (var place in new[] { 0, whole.Length / 2, whole.Length - 3 })
        {
            var changed = whole.ToArray();
            changed[place] ^= 1;
            File.WriteAllBytes(CacheFile, changed);

            Assert.Equal(0, Prove(Clearing(Clears)).Count(Evidence.Cache));
        }
    }

    [Fact]
    public void Prove_IntoAFolderThatCannotBe_WarnsAndProves()
    {
        File.WriteAllText(folder.File("occupied"), "");
        var report = Prover.Prove(SmallProgram.With(Clearing(Clears)), new ProofOptions { CacheFolder = folder.File("occupied") });

        Assert.Contains("cannot be written", Assert.Single(report.Warnings), StringComparison.Ordinal);
        Assert.All(report.Results, r => Assert.Equal(Outcome.Proved, r.Outcome));
    }

    ProofOptions Options => new() { CacheFolder = folder.Path };

    ProofReport Prove(params string[] operations) => Prover.Prove(SmallProgram.With(string.Join('\n', operations)), Options);

    static string Clearing(string body) => SmallProgram.Operation(
        "Clear", $"(modifies \"c.On\") {SmallProgram.NotNull} {SmallProgram.Ensures("IsOff", "(not (. (elem Cells c) On))")}", body);

    static string Comparing => SmallProgram.Operation(
        "Compare", $"{SmallProgram.Requires("Less", "(lt (global Total) (global Other))")} {SmallProgram.Ensures("NotEqual", "(ne (global Total) (global Other))")}", "");

    static (Obligation, Outcome) Verdict(ObligationResult result) => (result.Obligation, result.Outcome);
}
