using Vm.Proofs;

namespace Vm.Cli.Reports;

/// <summary>
/// An obligation that was not proved, in the form that editors and build tools link: where it arises, where its clause
/// stands, and the counterexample.
/// </summary>
static class FailureText
{
    public static void Write(Screen screen, ObligationResult result)
    {
        var obligation = result.Obligation;
        screen.Line();
        screen.Line($"{obligation.Place}: {Severity(result.Outcome)}: {obligation.Operation}: "
            + $"{obligation.Kind} {obligation.Clause} could not be proved ({Reason(result)}): {obligation.Sentence}");
        screen.Line($"{obligation.ClausePlace}: info: the clause {obligation.Clause}");
        if (result.Note is { Length: > 0 } note) screen.Line(note);
        if (result.Counterexample is { } counterexample) Write(screen, counterexample);
    }

    public static void Write(Screen screen, Counterexample counterexample)
    {
        screen.Line(counterexample.Executed
            ? $"counterexample, executed; it stopped at {counterexample.ViolatedClause}"
            : "candidate, not confirmed by execution");
        if (counterexample.Note is { Length: > 0 } note) screen.Line(note);
        foreach (var line in counterexample.Table.TrimEnd().Split('\n')) screen.Line("  " + line.TrimEnd());
    }

    static string Severity(Outcome outcome) => outcome switch
    {
        Outcome.Refuted => "error VM1001",
        Outcome.Unknown => "warning VM1002",
        Outcome.OutOfResource => "warning VM1003",
        _ => "error VM1004",
    };

    static string Reason(ObligationResult result) => result switch
    {
        { Outcome: Outcome.Refuted, Counterexample.Executed: true } => "refuted by a counterexample",
        { Outcome: Outcome.Refuted } => "a candidate only",
        _ => Words.Of(result.Outcome),
    };
}
