namespace Vm.Tests.Machine.Qemu;

/// <summary>A test that needs another MMU, that of QEMU.</summary>
sealed class QemuTheoryAttribute : TheoryAttribute
{
    public QemuTheoryAttribute()
    {
        if (!EmulatedMmu.IsInstalled) Skip = "qemu-system-x86_64 is not installed; install qemu-system-x86";
    }
}
