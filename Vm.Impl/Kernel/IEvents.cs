namespace Vm.Kernel;

/// <summary>Where threads sleep and are woken (<c>assert_wait</c>, <c>thread_block</c>, <c>thread_wakeup</c>).</summary>
public interface IEvents
{
    /// <summary>Declares that the calling thread waits for an event.</summary>
    void AssertWait(KernelEvent what);

    /// <summary>Blocks the calling thread until the event that it declared.</summary>
    void ThreadBlock();

    /// <summary>Wakes all threads that wait for the event.</summary>
    /// <returns>How many.</returns>
    int Wakeup(KernelEvent what);
}
