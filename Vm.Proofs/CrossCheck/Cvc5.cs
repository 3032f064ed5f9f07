using System.Text.RegularExpressions;

namespace Vm.Proofs.CrossCheck;

/// <summary>Finds the second solver, a program of its own.</summary>
static partial class Cvc5
{
    /// <summary>Environment variable that names the program, where it is not to be looked for on the path.</summary>
    public const string Variable = "VM_CVC5";

    static readonly Version oldest = new(1, 0);
    static readonly Version firstUntried = new(2, 0);

    /// <param name="program">Where it is; null to look for it.</param>
    /// <exception cref="SolverNotFoundException">The program is missing, does not run, or is of a version that was not tried.</exception>
    public static SolverInfo Find(string? program)
    {
        var path = program ?? (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given ? given : "cvc5");
        var run = SolverProcess.Run(path, ["--version"], TimeSpan.FromSeconds(20));
        if (run.IsMissing)
        {
            throw new SolverNotFoundException(
                $"The solver cvc5 ({path}) is not installed. On Debian or Ubuntu: apt-get install -y cvc5; "
                + $"elsewhere put cvc5 1.0 or newer on the path, or name it in {Variable}.");
        }

        return Version.TryParse(VersionText().Match(run.Output).Groups[1].Value, out var version) && version >= oldest && version < firstUntried
            ? new SolverInfo("cvc5", version, path)
            : throw new SolverNotFoundException(
                $"{path} says '{run.Output.Split('\n')[0].Trim()}' of its version; supported is cvc5 {oldest} and newer, below {firstUntried}. "
                + "On Debian or Ubuntu: apt-get install -y cvc5");
    }

    [GeneratedRegex(@"cvc5 version (\d+\.\d+(\.\d+)?)")]
    private static partial Regex VersionText();
}
