using Vm.Cli.Reports;
using Vm.Machine;
using Vm.Proofs;
using Vm.Proofs.Commands;
using Vm.Proofs.Printing;

namespace Vm.Cli.Commands;

/// <summary><c>vm</c> without a verb, the main job: prove the module, then run a real program's trace through it.</summary>
static class AllCommand
{
    /// <summary>The trace of <c>ls -l /usr</c>, shipped beside the command.</summary>
    public static string ShippedTrace => Path.Combine(AppContext.BaseDirectory, "data", "ls.lackey.gz");

    public static int Run(Screen screen)
    {
        var proof = Proof.Run(screen, Shipped.Subject, new ProofOptions { CacheFolder = CacheFolder.Path }, silent: false);
        SummaryText.Write(screen, proof);

        var run = Commands.Run.Execute(screen, [ShippedTrace], new RunOptions { Frames = Commands.Run.DefaultFrames }, silent: false);
        SummaryText.Write(screen, run);

        var exitCode = Proof.ExitCodeOf(proof);
        SummaryText.WriteVerdict(screen, proof, run, exitCode);
        return exitCode;
    }
}
