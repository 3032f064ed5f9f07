using Vm.Proofs.Printing;


namespace Vm.Proofs.Commands;

/// <summary>Proving the component, for the verbs that do.</summary>
static class Proof
{
    /// <exception cref="UsageException">The operation asked for is not there or is not proved.</exception>
    public static ProofReport Run(Screen screen, Subject subject, ProofOptions options, bool silent)
    {
        var report = Asked(options, () => screen.Watch("proving the operations", silent, progress =>
            Prover.Prove(subject.Load(), options, total => progress.Total(total), _ => progress.One())));
        foreach (var warning in report.Warnings) screen.Error.WriteLine($"{subject.Command}: warning: {warning}");
        if (report.Results.Count == 0 && report.Part is null or { Total: 0 } && options.Operation is { } trusted)
            throw new UsageException($"the body of {trusted} is taken on trust; {subject.Command} audit says why");
        return report;
    }

    /// <summary>Does what the user asked for; that the component has no such operation is the user's mistake.</summary>
    public static T Asked<T>(ProofOptions options, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (ComponentException unknown) when (options.Operation is not null)
        {
            throw new UsageException(unknown.Message);
        }
    }

    /// <summary>The worst outcome decides; a tool that failed cannot be trusted in what else it says.</summary>
    public static int ExitCodeOf(ProofReport report) =>
        report is { Results.Count: 0, Part: null or { Total: 0 } } ? ExitCode.Tool : ExitCodeOf(report.Results.Select(result => result.Outcome));

    /// <inheritdoc cref="ExitCodeOf(ProofReport)"/>
    public static int ExitCodeOf(IEnumerable<Outcome> outcomes) => Worst(outcomes.Select(outcome => outcome switch
    {
        Outcome.Proved => ExitCode.Well,
        Outcome.Refuted => ExitCode.Refuted,
        Outcome.Error => ExitCode.Tool,
        _ => ExitCode.Unknown,
    }));

    /// <summary>Of several exit codes the one to exit with.</summary>
    public static int Worst(IEnumerable<int> codes)
    {
        int[] fromBest = [ExitCode.Well, ExitCode.Unknown, ExitCode.Refuted, ExitCode.Tool];
        return codes.MaxBy(code => Array.IndexOf(fromBest, code));
    }
}
