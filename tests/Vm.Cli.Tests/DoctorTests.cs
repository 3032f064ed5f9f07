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
        var lines = Cli.Run("audit").Output.TrimEnd().Split('\n');
        var items = Enumerable.Range(0, lines.Length - 2).Where(i => !lines[i].StartsWith(' ')).ToList();

        Assert.StartsWith($"taken on trust: {items.Count}; ", lines[^1], StringComparison.Ordinal);
        Assert.All(items, i => Assert.Matches("^  [a-z]", lines[i + 1]));
        Assert.Contains(lines, line => line.StartsWith("  used by ", StringComparison.Ordinal));
    }
}
