using System.ComponentModel;
using System.Diagnostics;
using Vm.Proofs.Solving;

namespace Vm.Proofs.CrossCheck;

/// <summary>One run of a solver that is a program.</summary>
/// <param name="Output">What it printed.</param>
/// <param name="Error">What it complained of.</param>
/// <param name="ExitCode">Its exit code; null if it had to be stopped at the time limit.</param>
/// <param name="IsMissing">There is no such program, or it cannot be run.</param>
sealed record SolverProcess(string Output, string Error, int? ExitCode, bool IsMissing)
{
    /// <summary>On Unix, a program that a signal ended has this much more than the signal's number as its exit code.</summary>
    const int SignalBase = 128;

    /// <summary>Runs a program to its end, and not longer than the limit.</summary>
    public static SolverProcess Run(string path, IEnumerable<string> arguments, TimeSpan limit)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(path, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            var ended = process.WaitForExit(limit);
            if (!ended) process.Kill(entireProcessTree: true);
            process.WaitForExit();
            return new(output.Result, error.Result, ended ? process.ExitCode : null, false);
        }
        catch (Win32Exception cause)
        {
            return new("", cause.Message, null, true);
        }
    }

    /// <summary>What the run says about the question. Only a whole answer counts; how a solver failed is told.</summary>
    public (Answer Answer, string? Reason) Answer => Output.Trim() switch
    {
        _ when IsMissing => (Solving.Answer.Failed, Error),
        "unsat" => (Solving.Answer.Holds, null),
        "sat" => (Solving.Answer.DoesNotFollow, null),
        "unknown" => (Solving.Answer.OutOfResource, "it gave up"),
        _ when ExitCode is null || Error.Contains("timeout", StringComparison.Ordinal) => (Solving.Answer.OutOfResource, "the time limit was reached"),
        _ when ExitCode > SignalBase => (Solving.Answer.Failed, $"it was killed by signal {ExitCode - SignalBase}"),
        var said => (Solving.Answer.Failed, $"exit code {ExitCode}: {(said.Length > 0 ? said : Error.Trim()).Split('\n')[0]}"),
    };
}
