using Vm.Resident;
using Vm.Vocabulary;

namespace Vm.Tests.Resident.Threads;

/// <summary>How callers lock.</summary>
/// <param name="gate">Held around each step of a thread, so that operations do not overlap; null where they may.</param>
/// <param name="forgotten">The class of locks that callers forget to take; null for callers that forget none.</param>
sealed class LockRules(object? gate = null, ResidentLock? forgotten = null)
{
    public void Acquire(ref SimpleLock which, ResidentLock lockClass)
    {
        if (lockClass != forgotten) which.Acquire();
    }

    public void Release(ref SimpleLock which, ResidentLock lockClass)
    {
        if (lockClass != forgotten) which.Release();
    }

    public void Atomically(Action step)
    {
        if (gate is null)
        {
            step();
            return;
        }

        lock (gate) step();
    }
}
