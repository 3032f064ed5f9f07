using Vm.Proofs;

namespace Vm.Cli.Commands;

/// <summary>Proving the shipped component, for the verbs that do.</summary>
static class Proof
{
    /// <exception cref="UsageException">The operation asked for is not there or is not proved.</exception>
    public static ProofReport Run(Screen screen, ProofOptions options, bool silent)
    {
        try
        {
            var report = screen.Watch("proving the operations", silent, progress =>
                Prover.Prove(Components.Shipped(), options, total => progress.Total(total), _ => progress.One()));
            if (report.Results.Count == 0 && options.Operation is { } trusted)
                throw new UsageException($"the body of {trusted} is taken on trust; vm audit says why");
            return report;
        }
        catch (ComponentException unknown) when (options.Operation is not null)
        {
            throw new UsageException(unknown.Message);
        }
    }

    /// <summary>The worst outcome decides; a tool that failed cannot be trusted in what else it says.</summary>
    public static int ExitCodeOf(ProofReport report)
    {
        var outcomes = report.Results.Select(result => result.Outcome).ToHashSet();
        return outcomes.Contains(Outcome.Error) || outcomes.Count == 0 ? ExitCode.Tool
            : outcomes.Contains(Outcome.Refuted) ? ExitCode.Refuted
            : outcomes.SetEquals([Outcome.Proved]) ? ExitCode.Well
            : ExitCode.Unknown;
    }
}
