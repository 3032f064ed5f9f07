using Vm.Kernel;
using Vm.Vocabulary;

namespace Vm.Resident;

public sealed partial class ResidentModule<TMode>
{
    /// <summary>Blocks the calling thread while unprivileged allocation is paused (<c>vm_page_wait</c>, <c>VM_PAGE_WAIT</c>).</summary>
    /// <exception cref="PanicException">The thread is privileged: it must not wait for what it provides.</exception>
    public void Wait()
    {
        if (KernelThread.VmPrivilege) Check.Panic("vm_page_wait", "the thread is not privileged");

        using (s.FreeQueueLock.Enter<TMode>())
        {
            if (!s.AllocPaused) return;
            events.AssertWait(new(EventKind.AllocPaused, 0));
        }

        events.ThreadBlock();
    }
}
