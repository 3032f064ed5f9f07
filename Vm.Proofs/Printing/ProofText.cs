namespace Vm.Proofs.Printing;

/// <summary>The proof for a reader: every obligation under its operation, then what could not be proved and why.</summary>
static class ProofText
{
    public static void Write(Screen screen, string command, ProofReport report)
    {
        foreach (var operation in report.Results.GroupBy(result => result.Obligation.Operation))
            WriteOperation(screen, operation.Key, [.. operation]);
        foreach (var result in report.Results.Where(result => result.Outcome != Outcome.Proved))
            FailureText.Write(screen, result);

        screen.Line();
        screen.Line($"{Words.Evidence(report)}; taken on trust: {report.Trusted.Count}, listed by {command} audit");
        screen.Line($"{Words.Tally(report)} with {report.Solver}");
    }

    static void WriteOperation(Screen screen, string operation, IReadOnlyList<ObligationResult> results)
    {
        var outcomes = results.Max(result => Words.Of(result.Outcome).Length);
        var kinds = results.Max(result => result.Obligation.Kind.Length);
        var clauses = results.Max(result => result.Obligation.Clause.Length);
        var places = results.Max(result => result.Obligation.Place.ToString().Length);

        screen.Line();
        screen.Line(operation);
        foreach (var result in results)
        {
            var (name, obligation) = (Words.Of(result.Outcome).PadRight(outcomes), result.Obligation);
            var rest = string.Join("  ",
                obligation.Kind.PadRight(kinds),
                obligation.Clause.PadRight(clauses),
                obligation.Place.ToString().PadRight(places),
                obligation.Sentence);
            if (result.Outcome == Outcome.Proved) screen.Styled($"  [green]{name}[/]  {rest}");
            else screen.Styled($"  [red]{name}[/]  {rest}");
        }
    }
}
