using System.Diagnostics;
using System.Text.Json;

namespace Vm.Cli.Tests;

/// <summary>However proving ends, the outcome and the exit code say what happened, and nothing unknown is called wrong.</summary>
public sealed class OutcomeTests
{
    [Fact]
    public void Prove_WithOneMillisecond_IsOutOfResourceAndNothingElse()
    {
        var result = Cli.Run("prove", "--operation", "Replace", "--timeout", "1", "--no-cache", "--format", "json");
        var report = JsonDocument.Parse(result.Output).RootElement;

        Assert.Equal(3, result.ExitCode);
        Assert.True(report.GetProperty("out_of_resource").GetInt32() > 0);
        Assert.Equal(0, report.GetProperty("refuted").GetInt32());
        Assert.Equal(0, report.GetProperty("error").GetInt32());
        Assert.DoesNotContain("VM1001", result.Output, StringComparison.Ordinal);
    }

    /// <summary>In a process of its own: a library that was loaded cannot be unloaded.</summary>
    [Theory]
    [InlineData("text")]
    [InlineData("json")]
    public void Prove_WithoutSolver_SaysHowToGetIt(string format)
    {
        var (exitCode, output, error) = RunWith("VM_Z3", "/nowhere/libz3.so", "prove", "--format", format);

        Assert.Equal(4, exitCode);
        Assert.Contains("/nowhere/libz3.so", error, StringComparison.Ordinal);
        Assert.Contains("apt-get install -y libz3-4", error, StringComparison.Ordinal);
        Assert.DoesNotContain("refuted", output, StringComparison.Ordinal);
        if (format == "json") Assert.Equal(4, JsonDocument.Parse(output).RootElement.GetProperty("exit_code").GetInt32());
    }

    [Fact]
    public void CrossCheck_WithoutSecondSolver_SaysHowToGetIt()
    {
        var (exitCode, _, error) = RunWith("VM_CVC5", "/nowhere/cvc5", "prove", "--cross-check", "--operation", "Init");

        Assert.Equal(4, exitCode);
        Assert.Contains("/nowhere/cvc5", error, StringComparison.Ordinal);
        Assert.Contains("apt-get install -y cvc5", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Seeds_OfAnOperation_AreIdentical()
    {
        var result = Cli.Run("prove", "--operation", "Init", "--seeds", "3");

        Assert.Equal(0, result.ExitCode);
        Assert.StartsWith("3 seeds: identical verdicts; ", result.LastLine, StringComparison.Ordinal);
    }

    [Fact]
    public void Prove_TheSecondTime_IsFromTheCache()
    {
        Cli.Run("prove", "--operation", "Init");
        var report = JsonDocument.Parse(Cli.Run("prove", "--operation", "Init", "--format", "json").Output).RootElement;

        Assert.Equal(0, report.GetProperty("by_solver").GetInt32());
        Assert.True(report.GetProperty("from_cache").GetInt32() > 0);
        Assert.True(JsonDocument.Parse(Cli.Run("prove", "--operation", "Init", "--no-cache", "--format", "json").Output)
            .RootElement.GetProperty("by_solver").GetInt32() > 0);
    }

    [Fact]
    public void Explain_AClause_ShowsItsSourceAndProof()
    {
        var result = Cli.Run("explain", "Remove.ResidentCount");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("public static bool ResidentCount(", result.Output, StringComparison.Ordinal);
        Assert.Contains("proved from ", result.Output, StringComparison.Ordinal);
    }

    static (int ExitCode, string Output, string Error) RunWith(string variable, string value, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(CommandLine).Assembly.Location, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment[variable] = value;
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.Result);
    }
}
