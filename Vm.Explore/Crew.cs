using System.Collections.Concurrent;

namespace Vm.Explore;

/// <summary>Threads that are used for one schedule after the other.</summary>
sealed class Crew : IDisposable
{
    readonly List<BlockingCollection<Action>> workers = [];

    /// <summary>Runs an action on the thread of a number.</summary>
    public void Start(int number, Action action)
    {
        while (workers.Count <= number)
        {
            var tasks = new BlockingCollection<Action>();
            workers.Add(tasks);
            new Thread(() => Work(tasks)) { IsBackground = true, Name = $"explored {workers.Count}" }.Start();
        }

        workers[number].Add(action);
    }

    public void Dispose() => workers.ForEach(tasks => tasks.CompleteAdding());

    static void Work(BlockingCollection<Action> tasks)
    {
        foreach (var task in tasks.GetConsumingEnumerable()) task();
        tasks.Dispose();
    }
}
