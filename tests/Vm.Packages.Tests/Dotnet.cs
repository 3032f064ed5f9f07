using System.Diagnostics;

namespace Vm.Packages.Tests;

/// <summary>How a command ended and what it printed.</summary>
sealed record CommandResult(int ExitCode, string Output)
{
    /// <summary>The lines of the output that are not empty.</summary>
    public IReadOnlyList<string> Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>The output, after it was seen that the command ended well.</summary>
    public CommandResult ShouldExitWith(int exitCode)
    {
        Assert.True(ExitCode == exitCode, $"exit code {ExitCode}, not {exitCode}:\n{Output}");
        return this;
    }
}

/// <summary>Runs the command <c>dotnet</c> as an outsider would, with nothing of this test run in its environment.</summary>
static class Dotnet
{
    /// <summary>Where packages are unpacked: a folder of these tests, so that no package of an earlier run is taken for today's.</summary>
    public static string Cache { get; } = Repository.PathOf("artifacts", "packages-test", "cache");

    /// <summary>Where the command remembers what it has installed.</summary>
    public static string Home { get; } = Repository.PathOf("artifacts", "packages-test", "home");

    /// <summary>The user's own folder of unpacked packages, from which those of others are taken.</summary>
    public static string UserCache { get; } =
        Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } given
            ? given
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    /// <summary>Runs a command in a folder; what it prints on both streams is joined.</summary>
    public static CommandResult Run(string folder, params IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var variable in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
            start.Environment.Remove(variable);
        start.Environment["NUGET_PACKAGES"] = Cache;

        // Tools of an earlier run, or of another copy of the repository, have the same version.
        start.Environment["DOTNET_CLI_HOME"] = Home;

        // The samples take their version from a property, and a property from the environment.
        start.Environment["VmVersion"] = PackedOnce.Version;
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";

        // A build that leaves servers behind never closes its output.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        start.Environment["UseSharedCompilation"] = "false";

        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new(process.ExitCode, output + error.Result);
    }
}
