namespace Vm.Proofs.Printing;

/// <summary>What the second solver made of the first one's answers.</summary>
static class CrossCheckReports
{
    public static void WriteText(Screen screen, ProofReport proof, CrossCheckReport check)
    {
        foreach (var result in proof.Results.Where(result => result.Outcome != Outcome.Proved)) FailureText.Write(screen, result);
        foreach (var answer in check.Answers.Where(answer => answer.Verdict != CrossCheckVerdict.Confirmed))
        {
            var asked = answer.Condition;
            screen.Line(
                $"{asked.Place}: {Severity(answer.Verdict)}: {asked.Operation}: {asked.Kind} {asked.Clause}: "
                + $"{proof.Solver.Name} said {asked.Status}, {check.Solver.Name} {Said(answer)} ({asked.File})");
        }

        screen.Line();
        screen.Line($"{Words.Tally(proof)} with {proof.Solver}");
        screen.Line(
            $"{Words.Of(check.Answers.Count)} asked again: "
            + $"{Words.Of(check.Count(CrossCheckVerdict.Confirmed))} confirmed, {Words.Of(check.Count(CrossCheckVerdict.Undecided))} undecided, "
            + $"{Words.Of(check.Count(CrossCheckVerdict.Disagreed))} disagreed, {Words.Of(check.Count(CrossCheckVerdict.Failed))} failed; "
            + $"{Words.Of(check.Plain)} plain, with {check.Solver}");
    }

    public static void WriteJson(TextWriter output, ProofReport proof, CrossCheckReport check) => Json.Write(output, new
    {
        Proof = ProofJson.Counts(proof),
        check.Solver,
        Confirmed = check.Count(CrossCheckVerdict.Confirmed),
        Undecided = check.Count(CrossCheckVerdict.Undecided),
        Disagreed = check.Count(CrossCheckVerdict.Disagreed),
        Failed = check.Count(CrossCheckVerdict.Failed),
        check.Plain,
        NotConfirmed = check.Answers.Where(answer => answer.Verdict != CrossCheckVerdict.Confirmed).Select(answer => new
        {
            answer.Condition,
            Verdict = answer.Verdict.ToString().ToLowerInvariant(),
            answer.Reason,
        }),
    });

    static string Said(CrossCheckAnswer answer) => answer.Verdict switch
    {
        CrossCheckVerdict.Disagreed => "says the opposite",
        CrossCheckVerdict.Failed => $"failed: {answer.Reason}",
        _ => answer.Reason is null ? "gave an answer to what was left open" : $"did not answer: {answer.Reason}",
    };

    static string Severity(CrossCheckVerdict verdict) => verdict switch
    {
        CrossCheckVerdict.Disagreed => "error VM1007",
        CrossCheckVerdict.Failed => "error VM1004",
        _ => "info",
    };
}
