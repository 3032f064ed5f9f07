using Vm.Proofs;
using Vm.Proofs.Commands;
using Vm.Proofs.Printing;

namespace Vm.Cli.Reports;

/// <summary>The operations as the original has them: what breaks in each, and the run that shows it.</summary>
static class AsWrittenReports
{
    public static void Write(Screen screen, IReadOnlyList<MutantResult> results, IReadOnlyList<string> files, ProofFormat format, int exitCode)
    {
        if (format == ProofFormat.Sarif) SarifReports.Write(screen.Out, results, exitCode);
        else if (format == ProofFormat.Json) WriteJson(screen.Out, results, files);
        else WriteText(screen, results, files);
    }

    public static void WriteText(Screen screen, IReadOnlyList<MutantResult> results, IReadOnlyList<string> files)
    {
        foreach (var result in results)
        {
            screen.Line();
            if (result.Refutation is { } refutation)
            {
                screen.Styled($"[green]refuted[/]  {result.Operation}: {result.Defect}");
                FailureText.WriteExpected(screen, refutation);
            }
            else
            {
                screen.Styled($"[yellow]open[/]  {result.Operation}: {result.Defect}");
                screen.Line($"{result.Place}: warning VM1009: no counterexample was executed in a small scope within the limits");
            }
        }

        screen.Line();
        foreach (var file in files) screen.Line(file);
        screen.Line($"{Refuted(results)} of {Words.Count(results.Count, "operation")} as written refuted, {results.Count - Refuted(results)} open");
    }

    static void WriteJson(TextWriter output, IReadOnlyList<MutantResult> results, IReadOnlyList<string> files) => Json.Write(output, new
    {
        AsWritten = results,
        Files = files,
        Total = results.Count,
        Refuted = Refuted(results),
        Open = results.Count - Refuted(results),
    });

    static int Refuted(IReadOnlyList<MutantResult> results) => results.Count(result => result.Refuted);
}
