using System.Diagnostics;
using System.Runtime.CompilerServices;
using Vm.Resident;

namespace Vm.Benchmarks;

/// <summary>
/// Each operation against the bare chain on the same batch of keys, one right after the other, many times; the median of the
/// ratios. A machine that slows down in between slows both, so the ratios hold where the times do not.
/// </summary>
static class PairedRatios
{
    const int Warmup = 1 << 10;
    const int Rounds = 1 << 12;

    public static IReadOnlyList<Size> Sizes { get; } = [new(1 << 12, 1), new(1 << 16, 1), new(1 << 20, 1), new(1 << 20, 1024)];

    static readonly IReadOnlyList<Line> Lines =
    [
        new("lookup hit", w => w.Chain.Lookup(w.Present), w => TableOperations.Lookup(w.Module, w.Present)),
        new("lookup miss", w => w.Chain.Lookup(w.Absent), w => TableOperations.Lookup(w.Module, w.Absent)),
        new("insert+remove", Reinsert, w => TableOperations.Reinsert(w.Module, w.Present)),
        new("alloc+free", Reinsert, w => TableOperations.FreeAlloc(w.Module, w.Present)),
        new("grab+release", Reinsert, w => TableOperations.GrabRelease(w.Module, w.Present)),
        new("replace", Reinsert, w => TableOperations.Replace(w.Module, w.Present), Repeats: 2),
    ];

    public static void Print(TextWriter output)
    {
        output.WriteLine($"| off mode / bare chain | {string.Join(" | ", Sizes)} |");
        output.WriteLine($"|---|{string.Concat(Sizes.Select(_ => "---|"))}");
        var columns = Sizes.Select(Column).ToList();
        for (var i = 0; i < Lines.Count; i++)
            output.WriteLine($"| {Lines[i].Name} | {string.Join(" | ", columns.Select(column => column[i]))} |");
        output.WriteLine(FormattableString.Invariant(
            $"bytes: {Unsafe.SizeOf<Page>()} for each page descriptor, {Unsafe.SizeOf<Bucket>()} for each of its two buckets; the chain has 32 and once 4"));
    }

    /// <summary>For each line, the median ratio and the times in nanoseconds.</summary>
    static IReadOnlyList<string> Column(Size size)
    {
        using var work = new Workload(size);
        var chain = Lines.Select(_ => new List<double>()).ToList();
        var module = Lines.Select(_ => new List<double>()).ToList();
        for (var round = 0; round < Warmup + Rounds; round++)
        {
            for (var i = 0; i < Lines.Count; i++)
            {
                work.Advance();
                var (bare, ours) = (Nanoseconds(Lines[i].Chain, work), Nanoseconds(Lines[i].Module, work) / Lines[i].Repeats);
                if (round < Warmup) continue;
                chain[i].Add(bare);
                module[i].Add(ours);
            }
        }

        return [.. Lines.Select((_, i) => FormattableString.Invariant(
            $"{Median(module[i].Zip(chain[i], (ours, bare) => ours / bare)):F2} ({Median(module[i]):F0} / {Median(chain[i]):F0} ns)"))];
    }

    static double Nanoseconds(Action<Workload> run, Workload work)
    {
        var start = Stopwatch.GetTimestamp();
        run(work);
        return Stopwatch.GetElapsedTime(start).TotalNanoseconds / Workload.Batch;
    }

    static double Median(IEnumerable<double> values) => values.Order().ElementAt(Rounds / 2);

    static void Reinsert(Workload work) => work.Chain.Reinsert(work.Present);

    /// <param name="Repeats">How often the module does it for each key.</param>
    sealed record Line(string Name, Action<Workload> Chain, Action<Workload> Module, int Repeats = 1);
}
