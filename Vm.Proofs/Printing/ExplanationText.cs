namespace Vm.Proofs.Printing;

/// <summary>An obligation explained: its source, its outcome, and the facts of its proof.</summary>
static class ExplanationText
{
    /// <summary>A fact longer than this is cut; it is in full in the exported question.</summary>
    const int LongestFact = 240;

    public static void Write(Screen screen, IReadOnlyList<Explanation> explanations)
    {
        foreach (var explanation in explanations)
        {
            var (result, obligation) = (explanation.Result, explanation.Result.Obligation);
            screen.Line();
            screen.Line($"{obligation.Operation}: {obligation.Kind} {obligation.Clause}: {obligation.Sentence}");
            WritePlace(screen, "owed at", obligation.Place);
            if (obligation.ClausePlace != obligation.Place) WritePlace(screen, "clause at", obligation.ClausePlace);
            if (result.Outcome != Outcome.Proved)
            {
                FailureText.Write(screen, result);
                continue;
            }

            if (explanation.Instances == 0)
            {
                screen.Line("  proved: plain, the goal is one of the known facts");
                continue;
            }

            screen.Line(
                $"  proved from {Words.Count(explanation.Known, "known fact")}; the solver was given {Words.Count(explanation.Instances, "formula")} "
                + $"and needed {explanation.Used.Count}, the negated goal among them:");
            foreach (var fact in explanation.Used) screen.Line("    " + (fact.Length > LongestFact ? fact[..LongestFact] + " ..." : fact));
        }
    }

    public static object AsJson(Explanation explanation) => new
    {
        Obligation = ProofJson.Of(explanation.Result),
        explanation.Known,
        explanation.Instances,
        explanation.Used,
    };

    static void WritePlace(Screen screen, string what, SourcePlace place)
    {
        screen.Line($"  {what} {place}");
        foreach (var line in SourceLines.At(place)) screen.Line(line);
    }
}
