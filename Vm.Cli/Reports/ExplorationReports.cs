using Vm.Explore;
using Vm.Proofs.Printing;

namespace Vm.Cli.Reports;

/// <summary>What the schedules came to, and the steps of those that fail.</summary>
static class ExplorationReports
{
    public static void WriteText(Screen screen, IReadOnlyList<Exploration> results, bool shouldFail)
    {
        var width = results.Max(result => result.Scenario.Length);
        screen.Line();
        screen.Line($"  {"scenario".PadRight(width)}  {"schedules",10}  {"steps",10}  {"seconds",8}  outcome");
        foreach (var result in results)
        {
            var line = $"  {result.Scenario.PadRight(width)}  {Words.Of(result.Schedules),10}  {Words.Of(result.Steps),10}  {result.Time.TotalSeconds,8:0.00}  ";
            if (result.Failure is null) screen.Styled($"{line}{(shouldFail ? "no schedule fails" : "all keep the catalogue")}");
            else screen.Styled($"{line}[{(shouldFail ? "green" : "red")}]{Word(result.Failure.Kind)}[/]");
        }

        foreach (var result in results.Where(result => result.Failure is not null))
            WriteFailure(screen, result.Scenario, result.Sentence, result.Failure!, shouldFail);
        screen.Line();
        screen.Line(
            $"{Words.Count(results.Count, "scenario")}, {Words.Count(results.Sum(result => result.Schedules), "schedule")} with at most "
            + $"{Words.Count(results[0].Bound, "preemption")}, {results.Count(result => result.Failure is not null)} failing");
    }

    public static void WriteReplay(Screen screen, Scenario scenario, Failure? failure, bool shouldFail)
    {
        if (failure is null) screen.Line($"{scenario.Name}: the schedule does not fail");
        else WriteFailure(screen, scenario.Name, scenario.Sentence, failure, shouldFail);
    }

    public static void WriteJson(TextWriter output, IReadOnlyList<Exploration> results) => Json.Write(output, new
    {
        Scenarios = results.Select(result => new
        {
            result.Scenario,
            result.Sentence,
            result.Bound,
            result.Schedules,
            result.Steps,
            Seconds = result.Time.TotalSeconds,
            Failure = result.Failure is not { } failure
                ? null
                : new { Kind = Word(failure.Kind), failure.Message, Schedule = failure.Schedule.ToString(), failure.Steps },
        }),
        Total = results.Count,
        Failing = results.Count(result => result.Failure is not null),
    });

    static void WriteFailure(Screen screen, string scenario, string sentence, Failure failure, bool shouldFail)
    {
        screen.Line();
        screen.Line($"{(shouldFail ? "info" : "error VM1010")}: {scenario}: {Word(failure.Kind)}: {failure.Message}");
        screen.Line($"  {sentence}");
        var name = failure.Steps.Max(step => step.Thread.Length);
        var last = ("", "");
        foreach (var step in Told(failure.Steps))
        {
            var isNew = last != (step.Thread, step.Operation);
            last = (step.Thread, step.Operation);
            var operation = isNew && step.Operation.Length > 0 ? $"{step.Operation}: " : "";
            screen.Line($"  {step.Thread.PadRight(name)}  {operation}{step.Action}{(step.Place.Length > 0 ? $", {step.Place}" : "")}");
        }

        screen.Line($"  again: vm explore {scenario}{(shouldFail ? " --as-written" : "")} --replay '{failure.Schedule}'");
    }

    /// <summary>All steps, but a lock that is given back only where another thread goes on behind it.</summary>
    static IEnumerable<Step> Told(IReadOnlyList<Step> steps) =>
        steps.Where((step, i) => !step.IsRelease || (i + 1 < steps.Count && steps[i + 1].Thread != step.Thread));

    static string Word(FailureKind kind) => kind switch
    {
        FailureKind.Deadlock => "deadlock",
        FailureKind.Asleep => "asleep for ever",
        FailureKind.Stopped => "stopped",
        FailureKind.Broken => "broken",
        _ => "without end",
    };
}
