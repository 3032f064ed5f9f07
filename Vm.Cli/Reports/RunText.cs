using System.Globalization;
using Vm.Machine;
using Vm.Proofs.Printing;

namespace Vm.Cli.Reports;

/// <summary>A run for a reader.</summary>
static class RunText
{
    public static void Write(Screen screen, TraceReport report)
    {
        screen.Line();
        foreach (var (what, number, meaning) in Facts(report)) screen.Line($"  {what,-12}{Words.Of(number),14}  {meaning}");
    }

    /// <summary>The run in numbers, and what each means.</summary>
    public static IEnumerable<(string What, long Number, string Meaning)> Facts(TraceReport report)
    {
        var evictions = report.DirtyEvictions + report.CleanEvictions;

        yield return ("records", report.RecordsTotal,
            $"{Words.Of(report.Records.Instructions)} fetches, {Words.Of(report.Records.Loads)} loads, "
            + $"{Words.Of(report.Records.Stores)} stores, {Words.Of(report.Records.Modifies)} modifies");
        yield return ("accesses", report.PageReferences, $"one for each page that a record touches; {Words.Of(report.DistinctPages)} different pages");
        yield return ("TLB hits", report.TlbHits, $"{Share(report.TlbHits, report.TlbHits + report.TlbMisses)}; the others walked the page tables");
        yield return ("page faults", report.PageFaults, $"{Words.Of(report.ZeroFills)} filled with zeros, {Words.Of(report.Pageins)} read back from the pager");
        yield return ("frames", report.Frames, $"for the {(report.Tasks > 1 ? "programs'" : "program's")} pages");
        if (report.Tasks > 1) yield return ("programs", report.Tasks, "took turns, each in its own address space");
        if (report.MinorFaults > 0)
            yield return ("minor faults", report.MinorFaults, $"on resident pages; {Words.Of(report.Copies)} copied because a forked program wrote them");
        if (report.WiredPages > 0) yield return ("wired pages", report.WiredPages, "at most at once; they were not evicted");
        yield return ("page tables", report.TablePages, $"pages of the module at the end, in mode {report.Paging.ToString().ToLowerInvariant()}");
        yield return ("evictions", evictions, $"{Words.Of(report.DirtyEvictions)} written to the pager first, {Words.Of(report.CleanEvictions)} clean");
        yield return ("checks", report.ChecksExecuted, $"clauses evaluated in mode {Word(report.Mode)}; invariants {report.Invariants}");
    }

    /// <summary>The mode as the command line has it.</summary>
    public static string Word(Checking mode) => mode.ToString().ToLowerInvariant();

    static string Share(long part, long whole) =>
        whole == 0 ? "none" : ((double)part / whole).ToString("0.00 %", CultureInfo.InvariantCulture);
}
