using System.Text.Json.Nodes;
using NJsonSchema;
using Vm.Proofs;
using Vm.Proofs.Commands;
using Vm.Proofs.Printing;

namespace Vm.Cli.Tests.Formats;

/// <summary>What <c>--format sarif</c> prints is SARIF 2.1.0, and says what a viewer needs to show.</summary>
public sealed class SarifTests
{
    static readonly Task<JsonSchema> Schema = JsonSchema.FromFileAsync(Path.Combine(TestData.Root, "tests", "data", "schemas", "sarif-2.1.0.json"));

    [Fact]
    public async Task Sarif_OfEachOutcome_IsValidAndAsReviewed()
    {
        var text = SampleProof.Text(ProofFormat.Sarif);

        await IsValid(text);
        await Verifier.Verify(text);
    }

    [Fact]
    public async Task Sarif_OfAProvedOperation_HasNoResultsButCounts()
    {
        var result = Cli.Run("prove", "--operation", "Init", "--format", "sarif");
        var run = Run(result.Output);

        Assert.Equal(0, result.ExitCode);
        await IsValid(result.Output);
        Assert.Empty(run["results"]!.AsArray());
        Assert.True(run["properties"]!["outcomes"]!["proved"]!.GetValue<int>() > 0);
    }

    /// <summary>The code flow of a refuted operation leads from its state, statement by statement, to the clause that breaks.</summary>
    [Fact]
    public async Task Sarif_OfAnOperationAsWritten_TellsItsRunStepByStep()
    {
        using var folder = new TemporaryFolder();
        var text = Cli.Run("prove", "--as-written", "--operation", "WireAsWritten", "--counterexamples", folder.Path, "--format", "sarif").Output;

        await IsValid(text);
        var result = Assert.Single(Run(text)["results"]!.AsArray())!;
        Assert.Equal("invariant/WireCount", (string?)result["ruleId"]);
        Assert.Equal(("fail", "note"), ((string?)result["kind"], (string?)result["level"]));
        var steps = result["codeFlows"]![0]!["threadFlows"]![0]!["locations"]!.AsArray().Select(step => step!["location"]!).ToList();
        Assert.StartsWith("WireAsWritten is called in this state", (string?)steps[0]["message"]!["text"], StringComparison.Ordinal);
        var wraps = Assert.Single(steps, step => ((string?)step["message"]!["text"])!.Contains(".WireCount: 32767 -> 0", StringComparison.Ordinal));
        Assert.Equal("tests/AsWritten/WireAsWritten.cs", FileOf(wraps));
        Assert.Contains("WireCount++", LineOf(wraps), StringComparison.Ordinal);
        Assert.Equal("Vm.Spec/Resident/ResidentInvariants.cs", FileOf(steps[^1]));
        Assert.Equal(FileOf(steps[^1]), FileOf(result["relatedLocations"]![0]!));
        Assert.Contains("bool WireCount(", LineOf(result["relatedLocations"]![0]!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sarif_WithoutAProof_SaysWhy()
    {
        var output = new StringWriter();
        ProofReports.WriteFailure(output, new Failure(4, "the Z3 library is missing"), ProofFormat.Sarif);

        await IsValid(output.ToString());
        var invocation = Run(output.ToString())["invocations"]![0]!;
        Assert.False(invocation["executionSuccessful"]!.GetValue<bool>());
        Assert.Equal("the Z3 library is missing", (string?)invocation["toolExecutionNotifications"]![0]!["message"]!["text"]);
    }

    /// <summary>The must-fail twin: the schema is looked at.</summary>
    [Theory]
    [InlineData("\"kind\": \"open\"", "\"kind\": \"unknown\"")]
    [InlineData("\"message\"", "\"massage\"")]
    [InlineData("\"startLine\": 7", "\"startLine\": 0")]
    public async Task Schema_OfABrokenLog_IsNotMet(string right, string wrong)
    {
        var text = SampleProof.Text(ProofFormat.Sarif);

        Assert.Contains(right, text, StringComparison.Ordinal);
        Assert.NotEmpty((await Schema).Validate(text.Replace(right, wrong, StringComparison.Ordinal)));
    }

    [Fact]
    public void Sarif_Fingerprints_AreOfEachResultItsOwn()
    {
        var results = Run(SampleProof.Text(ProofFormat.Sarif, SampleProof.Report(
            SampleProof.Result(Outcome.Unknown), SampleProof.Result(Outcome.Unknown))))["results"]!.AsArray();

        Assert.Equal(2, results.Select(result => (string?)result!["partialFingerprints"]!["obligation/v1"]).Distinct().Count());
    }

    static async Task IsValid(string text) => Assert.Empty((await Schema).Validate(text));

    static JsonNode Run(string text) => JsonNode.Parse(text)!["runs"]![0]!;

    static string FileOf(JsonNode location) => (string)location["physicalLocation"]!["artifactLocation"]!["uri"]!;

    static string LineOf(JsonNode location) =>
        File.ReadAllLines(Path.Combine(TestData.Root, FileOf(location)))[(int)location["physicalLocation"]!["region"]!["startLine"]! - 1];
}
