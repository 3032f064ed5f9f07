using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace Vm.Proofs;

/// <summary>Work that is done on several threads.</summary>
static class Work
{
    /// <summary>Does every item once. What is first starts first, so the long ones should be.</summary>
    /// <exception cref="Exception">That of the first item that failed, as it was thrown.</exception>
    public static void Share<T>(IEnumerable<T> items, int threads, Action<T> action) => Share(items, threads, (IEnumerable<T> own) =>
    {
        foreach (var item in own) action(item);
    });

    /// <summary>Does every item once. Each thread takes the next item when it asks its sequence for one, and may keep things in between.</summary>
    /// <exception cref="Exception">That of the first item that failed, as it was thrown.</exception>
    public static void Share<T>(IEnumerable<T> items, int threads, Action<IEnumerable<T>> worker)
    {
        var waiting = new ConcurrentQueue<T>(items);
        try
        {
            Parallel.For(0, threads, new ParallelOptions { MaxDegreeOfParallelism = threads }, _ =>
            {
                try
                {
                    worker(Taken(waiting));
                }
                catch
                {
                    waiting.Clear();
                    throw;
                }
            });
        }
        catch (AggregateException failures)
        {
            ExceptionDispatchInfo.Throw(failures.InnerExceptions[0]);
            throw;
        }
    }

    static IEnumerable<T> Taken<T>(ConcurrentQueue<T> waiting)
    {
        while (waiting.TryDequeue(out var item)) yield return item;
    }
}
