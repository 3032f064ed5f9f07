namespace Vm.Proofs.Printing;

/// <summary>What became of the mutants. Survivors come last, in the form that editors link.</summary>
static class MutantReports
{
    public static void WriteText(Screen screen, IReadOnlyList<MutantVerdict> verdicts, IReadOnlyList<string> stale)
    {
        foreach (var verdict in verdicts.Where(verdict => verdict.Outcome != MutantOutcome.Survived))
            screen.Line($"  {Word(verdict.Outcome),-7}  {verdict.Name}  [{verdict.Place}]  {verdict.Note}");

        screen.Line();
        foreach (var verdict in verdicts.Where(verdict => verdict.Outcome == MutantOutcome.Survived))
            screen.Line($"{verdict.Place}: error VM1005: a mutant survived: {verdict.Name}: {verdict.Note}");
        foreach (var name in stale)
            screen.Line($"listed-mutants.txt: error VM1008: no mutant has this name, delete it: {name}");
        screen.Line(Tally(verdicts));
    }

    public static void WriteJson(TextWriter output, IReadOnlyList<MutantVerdict> verdicts, IReadOnlyList<string> stale) => Json.Write(output, new
    {
        Mutants = verdicts.Select(verdict => new { verdict.Name, verdict.Place, Outcome = Word(verdict.Outcome), verdict.Note }),
        Refuted = Count(verdicts, MutantOutcome.Refuted),
        Equal = Count(verdicts, MutantOutcome.Equal),
        Listed = Count(verdicts, MutantOutcome.Listed),
        Survived = Count(verdicts, MutantOutcome.Survived),
        Stale = stale,
    });

    static string Tally(IReadOnlyList<MutantVerdict> verdicts) =>
        $"{verdicts.Count} mutants, " + string.Join(", ", Enum.GetValues<MutantOutcome>().Select(outcome => $"{Count(verdicts, outcome)} {Word(outcome)}"));

    static int Count(IReadOnlyList<MutantVerdict> verdicts, MutantOutcome outcome) => verdicts.Count(verdict => verdict.Outcome == outcome);

    static string Word(MutantOutcome outcome) => outcome.ToString().ToLowerInvariant();
}
