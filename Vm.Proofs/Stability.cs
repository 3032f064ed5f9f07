namespace Vm.Proofs;

/// <summary>Whether verdicts hang on the solver's random choices.</summary>
public static class Stability
{
    /// <summary>Proves the component once for each of the seeds from the options' one on. Nothing is taken from the cache.</summary>
    /// <param name="component">The component.</param>
    /// <param name="options">What to prove, and with which limits.</param>
    /// <param name="seeds">The number of seeds.</param>
    /// <param name="onSeed">Told after each seed.</param>
    /// <exception cref="SolverNotFoundException">No usable solver is installed.</exception>
    /// <exception cref="ComponentException">The component does not fit together, or has no such operation.</exception>
    public static StabilityReport Check(Component component, ProofOptions options, int seeds, Action? onSeed = null)
    {
        var reports = new List<ProofReport>();
        for (var i = 0; i < seeds; i++)
        {
            reports.Add(Prover.Prove(component, options with { Seed = options.Seed + i, CacheFolder = null, ExportFolder = null }));
            onSeed?.Invoke();
        }

        return new(options.Seed, reports);
    }
}
