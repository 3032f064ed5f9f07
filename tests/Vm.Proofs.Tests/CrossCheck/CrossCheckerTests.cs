using System.Runtime.Versioning;
using Vm.Proofs.Tests.Interpretation;

namespace Vm.Proofs.Tests.CrossCheck;

/// <summary>The second solver's answers, compared. Shell scripts stand in for the solver.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class CrossCheckerTests : IDisposable
{
    readonly Folder folder = new();

    public CrossCheckerTests() => Prover.Prove(
        ResidentComponent.Component, new ProofOptions { Operation = "ReleaseFictitious", ExportFolder = folder.Path });

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("echo unsat", CrossCheckVerdict.Confirmed)]
    [InlineData("echo sat", CrossCheckVerdict.Disagreed)]
    [InlineData("echo unknown", CrossCheckVerdict.Undecided)]
    [InlineData("kill -9 $$", CrossCheckVerdict.Failed)]
    public void Run_EachAnswer_IsCounted(string script, CrossCheckVerdict verdict)
    {
        var report = Run("1.0.3", script);

        Assert.NotEmpty(report.Answers);
        Assert.Equal(report.Answers.Count, report.Count(verdict));
        Assert.True(report.Plain > 0);
        Assert.Equal(new Version(1, 0, 3), report.Solver.Version);
    }

    [Theory]
    [InlineData("0.9.1")]
    [InlineData("2.0.0")]
    [InlineData("unknown")]
    public void Find_VersionThatWasNotTried_IsRefused(string version)
    {
        var failure = Assert.Throws<SolverNotFoundException>(() => Run(version, "echo unsat"));

        Assert.Contains(version, failure.Message, StringComparison.Ordinal);
        Assert.Contains("apt-get install -y cvc5", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Find_Missing_SaysHowToGetIt()
    {
        var failure = Assert.Throws<SolverNotFoundException>(() => CrossChecker.Run(folder.Path, new ProofOptions(), folder.File("nothing")));

        Assert.Contains("not installed", failure.Message, StringComparison.Ordinal);
        Assert.Contains("apt-get install -y cvc5", failure.Message, StringComparison.Ordinal);
    }

    CrossCheckReport Run(string version, string script)
    {
        var program = folder.File("solver");
        File.WriteAllText(program, $"#!/bin/sh\nif [ \"$1\" = --version ]; then echo This is cvc5 version {version}; exit; fi\n{script}\n");
        File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        try
        {
            return CrossChecker.Run(folder.Path, new ProofOptions(), program);
        }
        finally
        {
            File.Delete(program);
        }
    }
}
