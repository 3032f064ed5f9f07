namespace Vm.Explore;

/// <summary>What the schedules of a scenario came to.</summary>
/// <param name="Scenario">The scenario's name.</param>
/// <param name="Sentence">What its threads do.</param>
/// <param name="Bound">The greatest number of preemptions of a schedule.</param>
/// <param name="Schedules">Schedules run.</param>
/// <param name="Steps">Steps of them all.</param>
/// <param name="Time">How long it took.</param>
/// <param name="Failure">The first schedule that fails, with as few preemptions as any; null if none does.</param>
public sealed record Exploration(string Scenario, string Sentence, int Bound, long Schedules, long Steps, TimeSpan Time, Failure? Failure);
