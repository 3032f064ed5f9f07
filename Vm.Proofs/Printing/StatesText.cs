namespace Vm.Proofs.Printing;

/// <summary>The life of a row as a table: for each operation and row, from which stages to which.</summary>
static class StatesText
{
    public static void Write(Screen screen, LifeCycleReport report)
    {
        screen.Line();
        foreach (var line in Lines(report)) screen.Line(line);
        screen.Line();
        screen.Line($"{Tally(report)} in {report.WallTime.TotalSeconds:0.0} s with {report.Solver}");
    }

    /// <summary>Everything but what differs from run to run.</summary>
    public static IEnumerable<string> Lines(LifeCycleReport report)
    {
        var width = report.States.Max(state => state.Name.Length);
        foreach (var state in report.States) yield return $"{state.Name.PadRight(width)}  {state.Sentence}";

        yield return "";
        foreach (var claim in report.Partition.Where(claim => claim.Outcome != Outcome.Proved))
            yield return $"{Words.Of(claim.Outcome)}: {claim.Claim}";
        if (report.Partition.All(claim => claim.Outcome == Outcome.Proved))
            yield return $"proved: a row is in exactly one of them ({Words.Count(report.Partition.Count, "claim")})";

        yield return "";
        foreach (var line in Table(report)) yield return line;
    }

    /// <summary>For example <c>57 steps run, 5,000 impossible, 3 unknown</c>.</summary>
    public static string Tally(LifeCycleReport report)
    {
        var possible = report.Transitions.Count(step => step.IsPossible);
        return $"{Words.Of(possible)} steps run on the real code, {Words.Of(report.Impossible)} proved impossible, "
            + $"{Words.Of(report.Transitions.Count - possible)} unknown";
    }

    static IEnumerable<string> Table(LifeCycleReport report)
    {
        var lines = report.Transitions
            .GroupBy(step => (step.Operation, step.Row, step.From))
            .Select(group => (
                group.Key.Operation, group.Key.Row, group.Key.From,
                To: string.Join(", ", group.Select(step => step.IsPossible ? step.To : $"{step.To}?"))))
            .Prepend((Operation: "operation", Row: "row", From: "from", To: "to"))
            .ToList();
        var (operation, row, from) = (lines.Max(l => l.Operation.Length), lines.Max(l => l.Row.Length), lines.Max(l => l.From.Length));
        var last = ("", "");
        foreach (var line in lines)
        {
            var isNew = last.Item1 != line.Operation;
            var isNewRow = isNew || last.Item2 != line.Row;
            yield return string.Join("  ",
                (isNew ? line.Operation : "").PadRight(operation), (isNewRow ? line.Row : "").PadRight(row), line.From.PadRight(from), line.To);
            last = (line.Operation, line.Row);
        }
    }
}
