namespace Vm.Proofs.Printing;

/// <summary>
/// An obligation that was not proved, in the form that editors and build tools link: where it arises, where its clause
/// stands, and the counterexample.
/// </summary>
static class FailureText
{
    public static void Write(Screen screen, ObligationResult result)
    {
        screen.Line();
        Write(screen, result, $"{Severity(result.Outcome)}: {result.Obligation.Operation}");
    }

    /// <summary>As a refutation that was wanted: nothing that a build tool counts as an error.</summary>
    public static void WriteExpected(Screen screen, ObligationResult result) =>
        Write(screen, result, $"info: {result.Obligation.Operation}");

    static void Write(Screen screen, ObligationResult result, string head)
    {
        var obligation = result.Obligation;
        screen.Line($"{obligation.Place}: {head}: {obligation.Kind} {obligation.Clause} could not be proved "
            + $"({Words.Of(result.Outcome)}): {obligation.Sentence}");
        foreach (var line in SourceLines.At(obligation.Place)) screen.Line(line);
        screen.Line($"{obligation.ClausePlace}: info: the clause {obligation.Clause}");
        if (obligation.ClausePlace != obligation.Place)
        {
            foreach (var line in SourceLines.At(obligation.ClausePlace)) screen.Line(line);
        }

        if (result.Note is { Length: > 0 } note) screen.Line(note);
        if (result.Counterexample is not { } counterexample) return;
        foreach (var line in counterexample.Table.TrimEnd().Split('\n')) screen.Line("  " + line.TrimEnd());
    }

    static string Severity(Outcome outcome) => outcome switch
    {
        Outcome.Refuted => "error VM1001",
        Outcome.Unknown => "warning VM1002",
        Outcome.OutOfResource => "warning VM1003",
        _ => "error VM1004",
    };
}
