using Vm.Resident;

namespace Vm.Pmap;

/// <summary>The view of the page module, which numbers frames beyond what this machine has.</summary>
public sealed partial class PhysicalMap
{
    void IPhysicalMap.ClearReference(ulong frame) => ClearReference(checked((uint)frame));

    void IPhysicalMap.ClearModify(ulong frame) => ClearModify(checked((uint)frame));

    void IPhysicalMap.ZeroPage(ulong frame) => ZeroPage(checked((uint)frame));

    void IPhysicalMap.CopyPage(ulong source, ulong destination) => CopyPage(checked((uint)source), checked((uint)destination));

    void IPhysicalMap.PageProtect(ulong frame, Protection protection) => PageProtect(checked((uint)frame), protection);

    bool IPhysicalMap.IsReferenced(ulong frame) => IsReferenced(checked((uint)frame));

    bool IPhysicalMap.IsModified(ulong frame) => IsModified(checked((uint)frame));

    void IPhysicalMap.EnterKernel(ulong address, ulong frame) =>
        throw new InvalidOperationException("this machine has no kernel half; bootstrap the module without memory for its tables");
}
