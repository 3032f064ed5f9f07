namespace Vm.Cli.Tests;

public class DoctorTests
{
    [Fact]
    public void Doctor_EverythingThere_ShowsVersionsAndPaths()
    {
        var result = Cli.Run("doctor");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains(Environment.Version.ToString(), result.Output, StringComparison.Ordinal);
        Assert.Matches(@"Z3 +\d+\.\d+\.\d+ +\S*libz3", result.Output);
    }

    [Fact]
    public void Audit_ShippedComponent_GivesEachTrustedItemAReason()
    {
        var lines = Cli.Run("audit").Output.Split('\n').TakeWhile(line => line.Trim().Length > 0).ToList();

        Assert.NotEmpty(lines);
        Assert.Equal(lines.Count / 2, lines.Count(line => line.StartsWith("  ", StringComparison.Ordinal)));
    }
}
