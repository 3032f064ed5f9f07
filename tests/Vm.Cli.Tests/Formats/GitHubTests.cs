using Vm.Proofs;
using Vm.Proofs.Commands;
using Vm.Proofs.Printing;

namespace Vm.Cli.Tests.Formats;

/// <summary>What <c>--format github</c> prints are the workflow commands that GitHub documents: one line each, with what they quote escaped.</summary>
public sealed class GitHubTests
{
    [Fact]
    public Task GitHub_OfEachOutcome_IsAsReviewed() => Verifier.Verify(SampleProof.Text(ProofFormat.Github));

    [Fact]
    public void GitHub_OfWhatHasAMeaningThere_IsEscaped()
    {
        var result = SampleProof.Result(Outcome.Refuted, note: "50 % of\nthe pages");
        var text = SampleProof.Text(ProofFormat.Github, SampleProof.Report(result with
        {
            Obligation = result.Obligation with { Clause = "a:b,c" },
        }));

        Assert.StartsWith("::error file=Sample/Swap.cs,line=7,col=5,title=VM1001 Swap%3A a%3Ab%2Cc::", text, StringComparison.Ordinal);
        Assert.Contains("50 %25 of%0Athe pages", text, StringComparison.Ordinal);
        Assert.Equal(2, text.TrimEnd().Split('\n').Length);
    }

    [Fact]
    public void GitHub_OfAProvedOperation_OnlyCounts() =>
        Assert.DoesNotContain("::", Cli.Run("prove", "--operation", "Init", "--format", "github").Output, StringComparison.Ordinal);

    [Fact]
    public void GitHub_WithoutAProof_SaysWhy()
    {
        var output = new StringWriter();
        ProofReports.WriteFailure(output, new Failure(4, "the Z3 library is missing"), ProofFormat.Github);

        Assert.Equal("::error title=vm::the Z3 library is missing", output.ToString().TrimEnd());
    }

    [Theory]
    [InlineData("--mutants", "sarif")]
    [InlineData("--vacuity", "junit")]
    [InlineData("--as-written", "github")]
    public void Prove_InAFormatThatIsNotForIt_IsWrongUsage(string job, string format) =>
        Cli.Run("prove", job, "--format", format).ShouldRefuse(2, job, "text or json", format);
}
