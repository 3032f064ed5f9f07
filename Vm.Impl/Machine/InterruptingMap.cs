using Vm.Resident;

namespace Vm.Machine;

/// <summary>
/// The machine layer for several threads: it looks at mappings, and changes them, only between two accesses of the processor, as
/// an interrupt to it would see to.
/// </summary>
/// <param name="map">The physical map.</param>
/// <param name="processor">Held by the processor during an access.</param>
sealed class InterruptingMap(IPhysicalMap map, Lock processor) : IPhysicalMap
{
    public void ClearReference(ulong frame)
    {
        lock (processor) map.ClearReference(frame);
    }

    public void ZeroPage(ulong frame)
    {
        lock (processor) map.ZeroPage(frame);
    }

    public void CopyPage(ulong source, ulong destination)
    {
        lock (processor) map.CopyPage(source, destination);
    }

    public void EnterKernel(ulong address, ulong frame)
    {
        lock (processor) map.EnterKernel(address, frame);
    }

    public void PageProtect(ulong frame, Protection protection)
    {
        lock (processor) map.PageProtect(frame, protection);
    }

    public bool IsModified(ulong frame)
    {
        lock (processor) return map.IsModified(frame);
    }

    public bool IsReferenced(ulong frame)
    {
        lock (processor) return map.IsReferenced(frame);
    }

    public void ClearModify(ulong frame)
    {
        lock (processor) map.ClearModify(frame);
    }
}
