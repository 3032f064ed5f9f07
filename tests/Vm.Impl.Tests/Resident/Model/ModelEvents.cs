using Vm.Kernel;

namespace Vm.Tests.Resident.Model;

/// <summary>Waiting without threads: who waits is remembered, and nobody sleeps.</summary>
sealed class ModelEvents : IEvents
{
    readonly HashSet<KernelEvent> waiting = [];

    public bool HasWaiter(KernelEvent what) => waiting.Contains(what);

    public void AssertWait(KernelEvent what) => waiting.Add(what);

    public void ThreadBlock() { }

    public int Wakeup(KernelEvent what) => waiting.Remove(what) ? 1 : 0;
}
