using Vm.Resident;

namespace Vm.Tests.Physical;

/// <summary>A machine layer of nothing but the hardware's bits, which tests set.</summary>
sealed class MachineBits : IPhysicalMap
{
    public HashSet<ulong> Referenced { get; } = [];

    public HashSet<ulong> Modified { get; } = [];

    public List<(ulong Source, ulong Destination)> Copies { get; } = [];

    public List<(ulong Address, ulong Frame)> KernelPages { get; } = [];

    public List<ulong> Unmapped { get; } = [];

    public void ClearReference(ulong frame) => Referenced.Remove(frame);

    public void ZeroPage(ulong frame) { }

    public void CopyPage(ulong source, ulong destination)
    {
        Copies.Add((source, destination));
        Modified.Add(destination);
    }

    public void EnterKernel(ulong address, ulong frame) => KernelPages.Add((address, frame));

    public void PageProtect(ulong frame, Protection protection) => Unmapped.Add(frame);

    public bool IsModified(ulong frame) => Modified.Contains(frame);

    public bool IsReferenced(ulong frame) => Referenced.Contains(frame);

    public void ClearModify(ulong frame) => Modified.Remove(frame);
}
