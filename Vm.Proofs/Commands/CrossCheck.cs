using Vm.Proofs.Printing;

namespace Vm.Proofs.Commands;

/// <summary><c>prove --cross-check</c>: the proof, and then every question of it again to the second solver.</summary>
static class CrossCheck
{
    /// <exception cref="SolverNotFoundException">One of the solvers is not installed.</exception>
    public static int Run(ProveRequest request)
    {
        var (screen, options) = (request.Screen, request.Options);

        // Before the first one has worked for nothing.
        CrossChecker.FindSolver();

        var own = options.ExportFolder is null ? Directory.CreateTempSubdirectory("vm-questions-") : null;
        try
        {
            options = options with { ExportFolder = options.ExportFolder ?? own!.FullName };
            var proof = Proof.Run(screen, request.Subject, options, silent: request.Json);
            var check = screen.Watch("asking the second solver", request.Json, progress =>
                CrossChecker.Run(options.ExportFolder, options, null, total => progress.Total(total), progress.One));
            if (request.Json) CrossCheckReports.WriteJson(screen.Out, proof, check);
            else CrossCheckReports.WriteText(screen, proof, check);
            return Proof.Worst([Proof.ExitCodeOf(proof), ExitCodeOf(check)]);
        }
        finally
        {
            own?.Delete(recursive: true);
        }
    }

    /// <summary>Solvers that disagree prove nothing; one that is slow takes nothing away.</summary>
    public static int ExitCodeOf(CrossCheckReport check) =>
        check.Count(CrossCheckVerdict.Disagreed) + check.Count(CrossCheckVerdict.Failed) > 0 ? ExitCode.Tool : ExitCode.Well;
}
