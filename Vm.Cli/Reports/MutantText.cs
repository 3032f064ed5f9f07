using Vm.Proofs;

namespace Vm.Cli.Reports;

/// <summary>The broken operations for a reader: what is wrong with each, and how the proof found it.</summary>
static class MutantText
{
    public static void Write(Screen screen, IReadOnlyList<MutantResult> results)
    {
        foreach (var result in results)
        {
            screen.Line();
            if (result.Refuted) screen.Styled($"[green]refuted[/]  {result.Operation}: {result.Defect}");
            else screen.Styled($"[red]slipped through[/]  {result.Operation}: {result.Defect}");

            if (result.Refutation is { } refutation) FailureText.WriteExpected(screen, refutation);
            else screen.Line($"{result.Place}: error VM1005: no counterexample of this broken operation was executed");
        }

        var refuted = results.Count(result => result.Refuted);
        screen.Line();
        screen.Line($"{refuted} of {results.Count} broken operations refuted, {results.Count - refuted} slipped through");
    }
}
