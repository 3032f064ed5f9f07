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
        var (severity, id) = SeverityOf(result.Outcome);
        Write(screen, result, $"{severity} {id}");
    }

    /// <summary>As a refutation that was wanted: nothing that a build tool counts as an error.</summary>
    public static void WriteExpected(Screen screen, ObligationResult result) =>
        Write(screen, result, "info");

    /// <summary>For example <c>Remove: invariant ResidentCount could not be proved (refuted): ...</c>.</summary>
    public static string Headline(ObligationResult result)
    {
        var obligation = result.Obligation;
        return $"{obligation.Operation}: {obligation.Kind} {obligation.Clause} could not be proved ({Words.Of(result.Outcome)}): {obligation.Sentence}";
    }

    /// <summary>What was found out: the note, and the table of the counterexample or candidate.</summary>
    public static IEnumerable<string> Findings(ObligationResult result)
    {
        if (result.Note is { Length: > 0 } note) yield return note;
        if (result.Counterexample is not { } counterexample) yield break;
        foreach (var line in counterexample.Table.TrimEnd().Split('\n')) yield return "  " + line.TrimEnd();
    }

    /// <summary>How bad an outcome other than proved is, and the id under which it is described.</summary>
    public static (string Severity, string Id) SeverityOf(Outcome outcome) => outcome switch
    {
        Outcome.Refuted => ("error", "VM1001"),
        Outcome.Unknown => ("warning", "VM1002"),
        Outcome.OutOfResource => ("warning", "VM1003"),
        _ => ("error", "VM1004"),
    };

    // Editors show the line behind an error as its related place, so the sources come after both.
    static void Write(Screen screen, ObligationResult result, string severity)
    {
        var obligation = result.Obligation;
        screen.Line($"{obligation.Place}: {severity}: {Headline(result)}");
        screen.Line($"{obligation.ClausePlace}: info: the clause {obligation.Clause}");
        foreach (var place in new[] { obligation.Place, obligation.ClausePlace }.Distinct())
            foreach (var line in SourceLines.At(place)) screen.Line(line);
        foreach (var line in Findings(result)) screen.Line(line);
    }
}
