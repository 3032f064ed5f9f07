using Vm.Machine;
using Vm.Proofs;
using Vm.Proofs.Commands;
using Vm.Proofs.Printing;

namespace Vm.Cli.Reports;

/// <summary>The main job's summary, for someone who sees it for the first time.</summary>
static class SummaryText
{
    public static void Write(Screen screen, ProofReport report)
    {
        var operations = report.Results.GroupBy(result => result.Obligation.Operation).ToList();
        var names = operations.Max(operation => operation.Key.Length);

        screen.Line();
        screen.Styled($"[bold]Proved from the code, for any number of pages, objects and hash buckets[/]");
        screen.Line();
        screen.Line($"  {"operation".PadRight(names)}  obligations  outcome");
        foreach (var operation in operations)
        {
            var line = $"  {operation.Key.PadRight(names)}  {operation.Count(),11}  ";
            var open = operation.Where(result => result.Outcome != Outcome.Proved).ToList();
            if (open.Count == 0) screen.Styled($"{line}[green]all proved[/]");
            else screen.Styled($"{line}[red]{string.Join(", ", open.GroupBy(result => result.Outcome).Select(group => $"{group.Count()} {Words.Of(group.Key)}"))}[/]");
        }

        foreach (var result in report.Results.Where(result => result.Outcome != Outcome.Proved)) FailureText.Write(screen, result);
        screen.Line();
        screen.Line($"  {Words.Tally(report)} in {report.WallTime.TotalSeconds:0.0} s with {report.Solver}");
        screen.Line($"  taken on trust: {report.Trusted.Count}, listed by vm audit; every obligation is listed by vm prove");
        screen.Line();
    }

    public static void Write(Screen screen, TraceReport report)
    {
        screen.Line();
        screen.Styled($"[bold]The same code under the memory trace of a real program, on a modeled MMU[/]");
        RunText.Write(screen, report);
        screen.Line();
    }

    /// <summary>The last line: whether all is well.</summary>
    public static void WriteVerdict(Screen screen, ProofReport proof, TraceReport run, int exitCode)
    {
        var facts = $"{proof.Count(Outcome.Proved)} of {proof.Results.Count} obligations proved, "
            + $"{Words.Of(run.RecordsTotal)} records run, {Words.Of(run.ChecksExecuted)} checks held";
        if (exitCode == ExitCode.Well) screen.Styled($"[green]well[/]: {facts}");
        else screen.Styled($"[red]not well[/]: {facts}");
    }
}
