using Vm.Cli.Reports;
using Vm.Proofs;
using Vm.Proofs.Commands;

namespace Vm.Cli.Commands;

/// <summary>
/// <c>vm prove --as-written</c>: operations in the original's order of statements, where the original breaks the specification. The proof
/// must refuse each, with a counterexample that was executed.
/// </summary>
static class AsWritten
{
    /// <summary>Where the counterexamples go unless the user names a folder.</summary>
    public static readonly string DefaultFolder = Path.Combine("artifacts", "as-written");

    /// <returns>An operation that is not refuted is not shown to be right: its outcome is unknown.</returns>
    public static int Run(ProveRequest request)
    {
        var (screen, options) = (request.Screen, request.Options);
        var results = screen.Watch("refuting the operations as the original has them", request.Silent, progress =>
            Prover.Refute(Shipped.AsWritten(), options, FirstStates.All(), _ => progress.One()));
        if (results.Count == 0) throw new UsageException($"there is no {options.Operation} as written; the operations are in tests/AsWritten");

        var files = CounterexampleFiles.Write(
            request.Counterexamples ?? DefaultFolder, request.Subject, results.Select(result => result.Refutation).OfType<ObligationResult>());
        var exitCode = results.All(result => result.Refuted) ? ExitCode.Well : ExitCode.Unknown;
        AsWrittenReports.Write(screen, results, files, request.Format, exitCode);
        return exitCode;
    }
}
