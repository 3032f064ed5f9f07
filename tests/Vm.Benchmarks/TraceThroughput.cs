using System.Diagnostics;
using System.Runtime.CompilerServices;
using Vm.Machine;

namespace Vm.Benchmarks;

/// <summary>Whole traces per second in off mode, in each paging mode, and reading a trace alone.</summary>
static class TraceThroughput
{
    const int Frames = 64, Rounds = 7;

    static readonly string[] traces = ["ls", "gzip"];

    /// <summary>Prints medians of a few rounds, in which all are run one after the other.</summary>
    public static void Print(TextWriter output)
    {
        output.WriteLine($"{"trace",-6} {"",-18} {"records/s",12} {"traces/s",9} {"share of reading",17}");
        foreach (var trace in traces)
        {
            var file = Path.Combine(Folder(), $"{trace}.lackey.gz");
            var records = Read(file);
            (string Name, Func<long> Run)[] subjects =
            [
                ("reading", () => Read(file)),
                .. Enum.GetValues<PagingMode>().Select(mode => ($"run in {mode.ToString().ToLowerInvariant()}", new Func<long>(() => Run(file, mode)))),
            ];
            var seconds = subjects.Select(subject => new List<double>()).ToArray();
            for (var round = 0; round <= Rounds; round++)
            {
                foreach (var (i, (_, run)) in subjects.Index())
                {
                    var watch = Stopwatch.StartNew();
                    run();

                    // The first round is for the compiler.
                    if (round > 0) seconds[i].Add(watch.Elapsed.TotalSeconds);
                }
            }

            var reading = Median(seconds[0]);
            foreach (var (i, (name, _)) in subjects.Index())
            {
                var median = Median(seconds[i]);
                output.WriteLine($"{trace,-6} {name,-18} {records / median,12:n0} {1 / median,9:n2} {reading / median,16:p0}");
            }
        }
    }

    static long Read(string file)
    {
        using var trace = LackeyTrace.Open(file);
        var records = 0L;
        while (trace.TryRead(out _)) records++;
        return records;
    }

    static long Run(string file, PagingMode mode) =>
        TraceRunner.Run(file, new RunOptions { Frames = Frames, Mode = Checking.Off, Paging = mode }).PageFaults;

    static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "..", "data");
}
