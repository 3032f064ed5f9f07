using Vm.Proofs.Printing;
using Vm.Vocabulary;

namespace Vm.Cli.Tests;

/// <summary>Runs the command in this process, with both streams captured as a pipe would see them.</summary>
static class Cli
{
    public static CliResult Run(params string[] args)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        Assert.Empty(HeldLocks.OfThisThread);
        var exitCode = CommandLine.Run(args, new Screen(output, error));

        // The thread has other tests to run: a command that stopped a run must not leave it with locks.
        Assert.Empty(HeldLocks.OfThisThread);
        return new CliResult(exitCode, output.ToString(), error.ToString());
    }
}

/// <summary>How a command ended and what it printed.</summary>
sealed record CliResult(int ExitCode, string Output, string Error)
{
    public string LastLine => Output.TrimEnd().Split('\n')[^1];

    /// <summary>The command refused: exit code, one line that names the place and the way out, no stack trace, no result.</summary>
    public void ShouldRefuse(int exitCode, params string[] says)
    {
        Assert.Equal(exitCode, ExitCode);
        Assert.Single(Error.TrimEnd().Split('\n'));
        Assert.All(says, words => Assert.Contains(words, Error, StringComparison.Ordinal));
        Assert.DoesNotContain("   at ", Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", Error, StringComparison.Ordinal);
    }
}
