using Vm.Explore;
using Vm.Kernel;

namespace Vm.Cli.Scenarios;

/// <summary>Sleeping and waking under a schedule: a thread that sleeps cannot be chosen until it is woken.</summary>
sealed class ExploredEvents(Stage stage) : IEvents
{
    readonly Dictionary<int, KernelEvent> asleep = [];

    public void AssertWait(KernelEvent what)
    {
        stage.Step($"declares to wait for {what.Kind} {what.Index}");
        asleep.Add(stage.Thread, what);
    }

    public void ThreadBlock()
    {
        if (!asleep.TryGetValue(stage.Thread, out var what)) return;

        var sleeper = stage.Thread;
        stage.Wait($"sleeps on {what.Kind} {what.Index}", () => !asleep.ContainsKey(sleeper));
    }

    public int Wakeup(KernelEvent what)
    {
        stage.Step($"wakes who sleeps on {what.Kind} {what.Index}");
        var woken = asleep.Where(sleeper => sleeper.Value == what).Select(sleeper => sleeper.Key).ToList();
        foreach (var thread in woken) asleep.Remove(thread);
        return woken.Count;
    }
}
