using System.Diagnostics;

namespace Vm.Benchmarks;

/// <summary>
/// Translations per second, and what a translated read costs against the same read of an array without translation: batch by batch,
/// one right after the other, and the medians of the ratios. So the ratios hold on a busy machine.
/// </summary>
static class TranslationRatios
{
    const int Rounds = 1 << 11;

    /// <summary>The runtime optimizes in the background, on a busy machine late.</summary>
    static readonly TimeSpan warmup = TimeSpan.FromSeconds(2);

    /// <summary>The three paging modes.</summary>
    public static IReadOnlyList<ITranslation> Modes { get; } =
        [new Translation<Vm.Paging.I386Paging>(), new Translation<Vm.Paging.PaePaging>(), new Translation<Vm.Paging.FourLevelPaging>()];

    public static void Print(TextWriter output)
    {
        output.WriteLine("| translated / plain read | TLB hit | walk |");
        output.WriteLine("|---|---|---|");
        foreach (var mode in Modes)
        {
            var (plain, hit, walk) = Measure(mode);
            output.WriteLine($"| {mode.Mode} | {Cell(hit, plain)} | {Cell(walk, plain)} |");
        }
    }

    /// <summary>Nanoseconds of one read, batch by batch.</summary>
    public static (IReadOnlyList<double> Plain, IReadOnlyList<double> Hit, IReadOnlyList<double> Walk) Measure(ITranslation mode)
    {
        var (plain, hit, walk) = (new List<double>(), new List<double>(), new List<double>());
        for (var start = Stopwatch.GetTimestamp(); plain.Count < Rounds;)
        {
            var (a, b, c) = (Nanoseconds(mode.Plain), Nanoseconds(mode.Hit), Nanoseconds(mode.Walk));
            if (Stopwatch.GetElapsedTime(start) < warmup) continue;
            plain.Add(a);
            hit.Add(b);
            walk.Add(c);
        }

        return (plain, hit, walk);
    }

    /// <summary>The median of the ratios.</summary>
    public static double Ratio(IReadOnlyList<double> translated, IReadOnlyList<double> plain) => Median(translated.Zip(plain, (one, other) => one / other));

    static string Cell(IReadOnlyList<double> translated, IReadOnlyList<double> plain) => FormattableString.Invariant(
        $"{Ratio(translated, plain):F1} ({Median(translated):F1} ns, {1_000 / Median(translated):F0} million a second)");

    static double Nanoseconds(Func<ulong> batch)
    {
        var start = Stopwatch.GetTimestamp();
        batch();
        return Stopwatch.GetElapsedTime(start).TotalNanoseconds / ITranslation.Batch;
    }

    static double Median(IEnumerable<double> values) => values.Order().ElementAt(Rounds / 2);
}
