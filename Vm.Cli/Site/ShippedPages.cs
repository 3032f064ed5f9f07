using Vm.Cli.Commands;
using Vm.Cli.Reports;
using Vm.Machine;
using Vm.Proofs;
using Vm.Proofs.Printing;
using Vm.Proofs.Site;

namespace Vm.Cli.Site;

/// <summary>What the report has of the module besides what it has of any component: counterexamples, findings and memory charts.</summary>
static class ShippedPages
{
    public static IEnumerable<SitePage> Of(Screen screen, ProofOptions options) => [Counterexamples(screen, options), FindingsPage.Of(), Traces(screen)];

    static SitePage Counterexamples(Screen screen, ProofOptions options)
    {
        var results = screen.Watch("refuting the operations as the original has them", silent: false, progress =>
            Prover.Refute(Shipped.AsWritten(), options, FirstStates.All(), _ => progress.One()));
        return new("counterexamples.html", "Counterexamples", Html.Of($"""
            <p>These operations are in the original's order of statements, where the original breaks the specification. The proof refuses each; the
            state below was loaded into the real code, which was run and stopped at the clause. The module itself has them repaired.</p>
            {results.Select(Counterexample)}
            """));
    }

    static Html Counterexample(MutantResult result) => result.Refutation is { } refutation
        ? CounterexamplePieces.Of(refutation, 2, $"{result.Operation}: {result.Defect}")
        : Html.Of($"<section><h2>{result.Operation}: {result.Defect}</h2><p>Open: no counterexample was executed in a small scope within the limits.</p></section>");

    /// <summary>For the picture alone nothing needs to be checked: the proof's summary does that.</summary>
    static SitePage Traces(Screen screen)
    {
        const string picture = "charts/ls.svg";
        var options = new RunOptions { Frames = Run.DefaultFrames, Mode = Checking.Off };
        var report = Run.Execute(screen, [AllCommand.ShippedTrace], options, silent: false);
        return new("traces.html", "Traces", Html.Of($"""
            <p>The memory trace of <code>ls -l /usr</code> through the module, on a modeled machine with {Words.Of(report.Frames)} frames for the program's
            pages. <code>vm run TRACE --chart FILE</code> draws any other.</p>
            <p><img src="{picture}" alt="Pages of each kind, and page faults, over the records of the trace; the numbers are in the table below"></p>
            {Pieces.Table("The run in numbers", ["what", "number", "meaning"], RunText.Facts(report).Select(fact => Pieces.Row(Pieces.Text(fact.What), Pieces.Text(Words.Of(fact.Number)), Pieces.Text(fact.Meaning))))}
            """))
        {
            Pictures = new Dictionary<string, string> { [picture] = ChartSvg.Of(report) },
        };
    }
}
