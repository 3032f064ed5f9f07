namespace Vm.Proofs;

/// <summary>The same proof with several seeds.</summary>
/// <param name="FirstSeed">The first seed; the others follow.</param>
/// <param name="Reports">A report for each seed.</param>
public sealed record StabilityReport(int FirstSeed, IReadOnlyList<ProofReport> Reports)
{
    /// <summary>The obligations whose outcome is not the same with every seed.</summary>
    public IReadOnlyList<UnstableObligation> Unstable { get; } =
    [
        .. Enumerable.Range(0, Reports[0].Results.Count)
            .Select(i => new UnstableObligation(Reports[0].Results[i].Obligation, [.. Reports.Select(report => report.Results[i].Outcome)]))
            .Where(obligation => obligation.Outcomes.Distinct().Count() > 1),
    ];
}

/// <summary>An obligation whose outcome hangs on the seed.</summary>
/// <param name="Obligation">The obligation.</param>
/// <param name="Outcomes">Its outcome with each seed, in order.</param>
public sealed record UnstableObligation(Obligation Obligation, IReadOnlyList<Outcome> Outcomes);
