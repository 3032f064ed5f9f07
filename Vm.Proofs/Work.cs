using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace Vm.Proofs;

/// <summary>Work that is done on several threads.</summary>
static class Work
{
    /// <summary>Does every item once. What is first starts first, so the long ones should be.</summary>
    /// <exception cref="Exception">That of the first item that failed, as it was thrown.</exception>
    public static void Share<T>(IEnumerable<T> items, int threads, Action<T> action)
    {
        try
        {
            Parallel.ForEach(
                Partitioner.Create(items, EnumerablePartitionerOptions.NoBuffering),
                new ParallelOptions { MaxDegreeOfParallelism = threads },
                action);
        }
        catch (AggregateException failures)
        {
            ExceptionDispatchInfo.Throw(failures.InnerExceptions[0]);
            throw;
        }
    }
}
