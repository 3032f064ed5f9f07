using Vm.Kernel;
using Vm.Resident;
using Vm.Vocabulary;

namespace Vm.Physical;

/// <summary>
/// The pageout daemon (<c>vm_pageout</c>): when memory is short it balances segments and evicts pages until unprivileged threads
/// may allocate again. It has a thread of its own, or is run by the thread that waits for memory, which is deterministic.
/// </summary>
/// <typeparam name="TMode">How much the module checks.</typeparam>
/// <param name="module">The module whose memory is short.</param>
/// <param name="signals">Where the module's calls for the daemon arrive.</param>
public sealed class PageoutDaemon<TMode>(ResidentModule<TMode> module, PageoutSignals signals)
    where TMode : struct, ICheckMode
{
    /// <summary>How long the pagers are waited for before the next scan (<c>VM_PAGEOUT_TIMEOUT</c>).</summary>
    static readonly TimeSpan LongestWait = TimeSpan.FromMilliseconds(50);

    /// <summary>The daemon's thread: waits for requests and answers them, until it is to end.</summary>
    /// <param name="callPagers">Lets the pagers do what they have been given, here or elsewhere; they are waited for.</param>
    /// <param name="end">When it is to end.</param>
    public void Run(Action callPagers, CancellationToken end)
    {
        KernelThread.VmPrivilege = true;
        while (signals.WaitForRequest(end))
        {
            Answer(
                () =>
                {
                    callPagers();
                    signals.WaitForLaundry(LongestWait, end);
                },
                end);
        }
    }

    /// <summary>Answers a request, if there is one, on the calling thread.</summary>
    /// <param name="servePagers">Lets the pagers do what they have been given.</param>
    public void RunPending(Action servePagers)
    {
        if (!signals.TakeRequest()) return;

        var wasPrivileged = KernelThread.VmPrivilege;
        KernelThread.VmPrivilege = true;
        try
        {
            Answer(servePagers, CancellationToken.None);

            // Allocation goes on where nothing is left to evict, be it that all memory is in the laundry.
            if (module.State.LaundryCount > 0) servePagers();
        }
        finally
        {
            KernelThread.VmPrivilege = wasPrivileged;
        }
    }

    void Answer(Action waitForPagers, CancellationToken end)
    {
        while (!end.IsCancellationRequested && !Scan(out var shouldWait))
        {
            if (shouldWait) waitForPagers();
        }
    }

    /// <summary>One attempt to make memory free (<c>vm_pageout_scan</c>). The thread is privileged.</summary>
    /// <param name="shouldWait">If it is not enough: whether to wait for the pagers.</param>
    /// <returns>Whether unprivileged threads may allocate.</returns>
    bool Scan(out bool shouldWait)
    {
        // Moving pages between segments may be enough.
        shouldWait = false;
        if (module.Balance()) return true;

        module.RefillInactive();
        return module.Evict(out shouldWait);
    }
}
