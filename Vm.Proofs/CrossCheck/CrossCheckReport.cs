namespace Vm.Proofs;

/// <summary>What the second solver made of a question.</summary>
public enum CrossCheckVerdict
{
    /// <summary>The same answer.</summary>
    Confirmed,

    /// <summary>The second solver found no answer in time.</summary>
    Undecided,

    /// <summary>The opposite answer: one of the solvers is wrong, or the question is not what both were asked.</summary>
    Disagreed,

    /// <summary>The second solver did not work.</summary>
    Failed,
}

/// <summary>The second solver's answer to one question.</summary>
/// <param name="Condition">The question.</param>
/// <param name="Verdict">How the answer compares.</param>
/// <param name="Reason">Why there was none.</param>
public sealed record CrossCheckAnswer(ExportedCondition Condition, CrossCheckVerdict Verdict, string? Reason);

/// <summary>What a second solver made of all questions.</summary>
/// <param name="Solver">The second solver.</param>
/// <param name="Plain">Conditions whose goal is one of the known facts; no solver is asked.</param>
/// <param name="Answers">The answers, by file.</param>
public sealed record CrossCheckReport(SolverInfo Solver, int Plain, IReadOnlyList<CrossCheckAnswer> Answers)
{
    /// <summary>The number of questions that ended so.</summary>
    public int Count(CrossCheckVerdict verdict) => Answers.Count(answer => answer.Verdict == verdict);
}
