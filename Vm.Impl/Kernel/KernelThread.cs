namespace Vm.Kernel;

/// <summary>What the module asks of the running thread (<c>current_thread</c>, <c>cpu_number</c>).</summary>
public static class KernelThread
{
    [ThreadStatic]
    static bool privileged;

    [ThreadStatic]
    static uint processor;

    /// <summary>The thread may use the memory that is reserved for pageout (<c>vm_privilege</c>).</summary>
    public static bool VmPrivilege
    {
        get => privileged;
        set => privileged = value;
    }

    /// <summary>The processor that the thread runs on.</summary>
    public static uint Processor
    {
        get => processor;
        set => processor = value;
    }
}
