using Vm.Proofs.Commands;

namespace Vm.Proofs.Sharding;

/// <summary>The whole of a proof that was made in parts.</summary>
/// <param name="Report">The whole.</param>
/// <param name="Efforts">What each part took, in the solver's own measure.</param>
sealed record MergedProof(ProofReport Report, IReadOnlyList<long> Efforts);

/// <summary>Joins the parts of a proof. Only parts that make up one whole are joined.</summary>
static class ShardMerge
{
    /// <param name="files">The parts, in any order.</param>
    /// <param name="irHash">Hash of the component's representation; parts of another are refused.</param>
    /// <exception cref="UsageException">A part is missing, is there twice, or is of another proof.</exception>
    public static MergedProof Join(IReadOnlyList<string> files, string irHash)
    {
        var parts = files.Select(file => (File: file, Content: ShardFile.Read(file))).ToList();
        var (firstFile, first) = parts[0];
        foreach (var (file, part) in parts) MustMatch(file, part, firstFile, first, irHash);

        foreach (var same in parts.GroupBy(part => PartOf(part.Content).Shard.Index).Where(same => same.Count() > 1))
            throw new UsageException($"{same.First().File} and {same.Last().File} are both part {PartOf(same.First().Content).Shard}; give each part once");

        var count = PartOf(first).Shard.Count;
        var missing = Enumerable.Range(1, count).Except(parts.Select(part => PartOf(part.Content).Shard.Index)).ToList();
        if (missing.Count > 0) throw new UsageException($"part {string.Join(", ", missing.Select(index => new Shard(index, count)))} is missing; give all parts");

        var reports = parts.Select(part => part.Content.Report).OrderBy(report => report.Part!.Shard.Index).ToList();
        return new(Join(reports), [.. reports.Select(report => report.Results.Sum(result => result.Effort))]);
    }

    static ProofReport Join(IReadOnlyList<ProofReport> reports)
    {
        var results = new ObligationResult?[reports[0].Part!.Total];
        foreach (var report in reports)
        {
            foreach (var (position, result) in report.Part!.Positions.Zip(report.Results))
            {
                if (position < 0 || position >= results.Length || results[position] is not null)
                    throw new UsageException($"part {report.Part.Shard} has an obligation that is not its own; prove it again");
                results[position] = result;
            }
        }

        if (results.Contains(null)) throw new UsageException("the parts together have fewer obligations than the whole; prove them again");

        return reports[0] with
        {
            Results = [.. results.Select(result => result!)],
            SolverTime = reports.Aggregate(TimeSpan.Zero, (sum, report) => sum + report.SolverTime),
            WallTime = reports.Max(report => report.WallTime),
            Warnings = [.. reports.SelectMany(report => report.Warnings).Distinct()],
            Part = null,
        };
    }

    static void MustMatch(string file, ShardFile part, string firstFile, ShardFile first, string irHash)
    {
        if (part.Report.IrHash != irHash) throw new UsageException($"{file} is the proof of other sources than these; prove it again");

        (string What, string Here, string There)[] same =
        [
            ("solver", Solver(part), Solver(first)),
            ("request", part.Settings, first.Settings),
            ("number of parts", $"{PartOf(part).Shard.Count}", $"{PartOf(first).Shard.Count}"),
            ("plan", PartOf(part).Plan, PartOf(first).Plan),
        ];
        foreach (var (what, here, there) in same)
        {
            if (here != there) throw new UsageException($"{file} and {firstFile} do not belong together: the {what} is '{here}' in one and '{there}' in the other");
        }
    }

    static string Solver(ShardFile part) => $"{part.Report.Solver.Name} {part.Report.Solver.Version}";

    static ReportPart PartOf(ShardFile part) => part.Report.Part!;
}
