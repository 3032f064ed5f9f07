using System.CommandLine;
using System.ComponentModel;
using System.Diagnostics;
using System.Reflection;
using System.Runtime.InteropServices;
using Vm.Proofs.Printing;

namespace Vm.Proofs.Commands;

/// <summary><c>doctor</c>: what the command stands on, and what is missing.</summary>
static class DoctorCommand
{
    public static Command Create(Screen screen, Subject subject)
    {
        var command = new Command("doctor", "Show versions and paths of everything that the command stands on.");
        command.SetAction(_ => Run(screen, subject.Command));
        return command;
    }

    static int Run(Screen screen, string name)
    {
        var well = true;
        Show(name, Assembly.GetEntryAssembly()?.GetName().Version?.ToString(3), AppContext.BaseDirectory);
        Show("system", RuntimeInformation.RuntimeIdentifier, RuntimeInformation.OSDescription);
        Show(".NET runtime", Environment.Version.ToString(), RuntimeEnvironment.GetRuntimeDirectory());
        foreach (var sdk in Sdks()) Show(".NET SDK", sdk.Version, sdk.Path);

        try
        {
            var solver = SolverInfo.Find();
            Show(solver.Name, solver.Version.ToString(), solver.Path);
        }
        catch (SolverNotFoundException missing)
        {
            well = false;
            screen.Fail(ExitCode.Tool, $"{name}: {missing.Message}");
        }

        try
        {
            var second = CrossChecker.FindSolver();
            Show(second.Name, second.Version.ToString(), second.Path);
        }
        catch (SolverNotFoundException)
        {
            Show("cvc5", "not found", $"only {name} prove --cross-check needs it");
        }

        return well ? ExitCode.Well : ExitCode.Tool;

        void Show(string what, string? version, string path) => screen.Line($"{what,-13}  {version,-13}  {path}");
    }

    /// <summary>The lines of <c>dotnet --list-sdks</c>; none where the command is not on the path.</summary>
    static IEnumerable<(string Version, string Path)> Sdks()
    {
        try
        {
            using var dotnet = Process.Start(new ProcessStartInfo("dotnet", "--list-sdks") { RedirectStandardOutput = true })!;
            return [.. dotnet.StandardOutput.ReadToEnd()
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => line.Split(' ', 2))
                .Select(parts => (parts[0], parts[^1].Trim('[', ']', '\r')))];
        }
        catch (Win32Exception)
        {
            return [];
        }
    }
}
