using Vm.Proofs.CrossCheck;
using Vm.Proofs.Export;
using Vm.Proofs.Solving;

namespace Vm.Proofs;

/// <summary>Asks a second solver every question that the first one answered.</summary>
public static class CrossChecker
{
    /// <summary>The second solver is slower on some questions by orders of magnitude, and nothing hangs on its answering all.</summary>
    static readonly TimeSpan longest = TimeSpan.FromSeconds(10);

    /// <summary>How much longer than its own limit the second solver may take before it is stopped.</summary>
    static readonly TimeSpan grace = TimeSpan.FromSeconds(2);

    /// <summary>The second solver.</summary>
    /// <param name="program">Where it is; null to look for it.</param>
    /// <exception cref="SolverNotFoundException">No usable one is installed.</exception>
    public static SolverInfo FindSolver(string? program = null) => Cvc5.Find(program);

    /// <summary>Asks about all files of an export.</summary>
    /// <param name="folder">The export's folder.</param>
    /// <param name="options">The time limit of a question, and how many are asked at once.</param>
    /// <param name="program">Where the second solver is; null to look for it.</param>
    /// <param name="onTotal">Told the number of questions.</param>
    /// <param name="onAnswer">Told after each answer, one at a time.</param>
    /// <exception cref="SolverNotFoundException">No usable second solver is installed.</exception>
    public static CrossCheckReport Run(
        string folder, ProofOptions options, string? program = null, Action<int>? onTotal = null, Action? onAnswer = null)
    {
        var solver = Cvc5.Find(program);
        var conditions = QuestionExport.Read(folder).Conditions;
        var asked = conditions.Where(condition => condition.File is not null).ToList();
        onTotal?.Invoke(asked.Count);
        var limit = options.Timeout < longest ? options.Timeout : longest;
        var answers = new List<CrossCheckAnswer>();
        Work.Share(asked, options.Threads, condition =>
        {
            var answer = Ask(solver, Path.Combine(folder, condition.File!), limit);
            lock (answers)
            {
                answers.Add(new(condition, VerdictOn(condition, answer.Answer), answer.Reason));
                onAnswer?.Invoke();
            }
        });
        return new(
            solver, conditions.Count - asked.Count,
            [.. answers.OrderBy(answer => answer.Condition.File, StringComparer.Ordinal)]);
    }

    static (Answer Answer, string? Reason) Ask(SolverInfo solver, string file, TimeSpan limit) => SolverProcess
        .Run(solver.Path, ["--lang=smt2", $"--tlimit={limit.TotalMilliseconds:0}", file], limit + grace)
        .Answer;

    static CrossCheckVerdict VerdictOn(ExportedCondition condition, Answer answer) => (condition.Status, answer) switch
    {
        (_, Answer.Failed) => CrossCheckVerdict.Failed,
        (_, Answer.OutOfResource or Answer.GaveUp) or ("unknown", _) => CrossCheckVerdict.Undecided,
        ("unsat", Answer.Holds) or ("sat", Answer.DoesNotFollow) => CrossCheckVerdict.Confirmed,
        _ => CrossCheckVerdict.Disagreed,
    };
}
