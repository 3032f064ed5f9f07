namespace Vm.Proofs;

/// <summary>What to prove, and with which limits.</summary>
public sealed record ProofOptions
{
    /// <summary>Seed of the solver's random choices.</summary>
    public int Seed { get; init; }

    /// <summary>Time limit of one question to the solver.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Resource limit of one question, in the solver's own units; the same on every machine.</summary>
    public uint ResourceLimit { get; init; } = 50_000_000;

    /// <summary>Name of the one operation to prove; null for all.</summary>
    public string? Operation { get; init; }

    /// <summary>The part of the obligations to prove; null for all of them.</summary>
    public Shard? Shard { get; init; }

    /// <summary>By which the parts are made equal.</summary>
    public RecordedCosts Costs { get; init; } = new();

    /// <summary>Which facts are tried first.</summary>
    public RecordedHints Hints { get; init; } = new();

    /// <summary>Find a hint for each obligation that is dear.</summary>
    public bool FindHints { get; init; }

    /// <summary>Number of obligations solved at once.</summary>
    public int Threads { get; init; } = Math.Max(1, Environment.ProcessorCount);

    /// <summary>Look for counterexamples to obligations that are not proved.</summary>
    public bool Counterexamples { get; init; } = true;

    /// <summary>Folder in which proofs are remembered from run to run; null to remember nothing.</summary>
    public string? CacheFolder { get; init; }

    /// <summary>Folder to write every question to, in SMT-LIB 2; null to write none. Nothing is taken from the cache then.</summary>
    public string? ExportFolder { get; init; }
}
