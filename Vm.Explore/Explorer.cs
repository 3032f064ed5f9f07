using System.Diagnostics;

namespace Vm.Explore;

/// <summary>Runs scenarios in every order of their steps.</summary>
public static class Explorer
{
    /// <summary>
    /// Runs all schedules with at most so many preemptions, those with fewer first, up to the first that fails. Without a
    /// failure, only those of the greatest number are counted, which include the others.
    /// </summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="bound">The greatest number of preemptions.</param>
    /// <param name="onSchedule">Told of each schedule that was run.</param>
    public static Exploration Explore(Scenario scenario, int bound, Action? onSchedule = null)
    {
        var clock = Stopwatch.StartNew();
        using var crew = new Crew();
        var found = Exhaust(crew, scenario, bound, onSchedule);
        for (var fewer = 0; found.Failure is not null && fewer < bound; fewer++)
        {
            // The first failure of the search is seldom the shortest to read.
            if (Exhaust(crew, scenario, fewer, onSchedule) is not { Failure: not null } simpler) continue;
            found = found with { Failure = simpler.Failure };
            break;
        }

        var failure = found.Failure is null ? null : Replay(scenario, found.Failure.Schedule);
        return new(scenario.Name, scenario.Sentence, bound, found.Schedules, found.Steps, clock.Elapsed, failure);
    }

    /// <summary>Runs one schedule and looks where each step is.</summary>
    /// <returns>How it fails; null if it does not.</returns>
    /// <exception cref="ScheduleException">The scenario has no such schedule.</exception>
    public static Failure? Replay(Scenario scenario, Schedule schedule)
    {
        using var crew = new Crew();
        return new Stage(crew, new Repetition(schedule), tellsPlaces: true).Run(scenario);
    }

    static (long Schedules, long Steps, Failure? Failure) Exhaust(Crew crew, Scenario scenario, int bound, Action? onSchedule)
    {
        var (choices, schedules, steps) = (new DepthFirst(bound), 0L, 0L);
        do
        {
            var stage = new Stage(crew, choices, tellsPlaces: false);
            var failure = stage.Run(scenario);
            schedules++;
            steps += stage.StepsTaken;
            onSchedule?.Invoke();
            if (failure is not null) return (schedules, steps, failure);
        }
        while (choices.Next());

        return (schedules, steps, null);
    }
}
