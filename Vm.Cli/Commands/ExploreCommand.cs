using System.CommandLine;
using Vm.Cli.Reports;
using Vm.Cli.Scenarios;
using Vm.Explore;
using Vm.Proofs.Commands;
using Vm.Proofs.Printing;

namespace Vm.Cli.Commands;

/// <summary><c>vm explore</c>: scenarios of a few threads, in every order of their steps up to a number of preemptions.</summary>
static class ExploreCommand
{
    /// <summary>Most defects of this kind need no more than two.</summary>
    const int DefaultBound = 3;

    const int MostPreemptions = 20;

    public static Command Create(Screen screen)
    {
        var name = new Argument<string?>("SCENARIO") { Description = "One of the scenarios; all of them if it is not given.", Arity = ArgumentArity.ZeroOrOne };
        var bound = Options.Number("--bound", "How often a thread that could go on loses its turn, at most.", 0, MostPreemptions, DefaultBound);
        var replay = new Option<string?>("--replay") { Description = "Repeat one schedule of the scenario: as it was printed, or a file that holds it.", HelpName = "schedule" };
        var asWritten = new Option<bool>("--as-written") { Description = "Explore the operations that are as the original has them; each should fail." };
        var format = Options.Format();

        var command = new Command("explore", "Run the module's operations on several threads in every order of their steps.")
        {
            name, bound, replay, asWritten, format,
        };
        command.SetAction(parsed =>
        {
            var shouldFail = parsed.GetValue(asWritten);
            var scenarios = Chosen(parsed.GetValue(name), shouldFail ? AsWrittenExploration.Scenarios : ShippedScenarios.All);
            var json = parsed.GetValue(format) == OutputFormat.Json;
            return parsed.GetValue(replay) is { } schedule
                ? Replay(screen, scenarios, schedule, shouldFail, json)
                : Explore(screen, scenarios, parsed.GetValue(bound), shouldFail, json);
        });
        return command;
    }

    static IReadOnlyList<Scenario> Chosen(string? name, IReadOnlyList<Scenario> all)
    {
        if (name is null) return all;
        if (all.FirstOrDefault(scenario => scenario.Name == name) is { } found) return [found];

        throw new UsageException($"there is no scenario {name}; there are {string.Join(", ", all.Select(scenario => scenario.Name))}");
    }

    static int Explore(Screen screen, IReadOnlyList<Scenario> scenarios, int bound, bool shouldFail, bool json)
    {
        var results = screen.Watch($"exploring {Words.Count(scenarios.Count, "scenario")}", json, progress =>
        {
            progress.Total(scenarios.Count);
            return scenarios.Select(scenario =>
            {
                var result = Explorer.Explore(scenario, bound);
                progress.One();
                return result;
            }).ToList();
        });
        if (json) ExplorationReports.WriteJson(screen.Out, results);
        else ExplorationReports.WriteText(screen, results, shouldFail);

        if (shouldFail) return results.All(result => result.Failure is not null) ? ExitCode.Well : ExitCode.Unknown;
        return results.All(result => result.Failure is null) ? ExitCode.Well : ExitCode.Refuted;
    }

    /// <returns>What is shown is a failure, also where it should be one.</returns>
    static int Replay(Screen screen, IReadOnlyList<Scenario> scenarios, string schedule, bool shouldFail, bool json)
    {
        if (scenarios is not [var scenario]) throw new UsageException("a schedule is one of a scenario: name it before --replay");

        try
        {
            var failure = Explorer.Replay(scenario, Schedule.Parse(File.Exists(schedule) ? File.ReadAllText(schedule) : schedule));
            if (json) Json.Write(screen.Out, new { Scenario = scenario.Name, Failure = failure });
            else ExplorationReports.WriteReplay(screen, scenario, failure, shouldFail);
            return failure is null ? ExitCode.Well : ExitCode.Refuted;
        }
        catch (Exception wrong) when (wrong is FormatException or ScheduleException)
        {
            throw new UsageException($"{scenario.Name}: {wrong.Message}");
        }
    }
}
