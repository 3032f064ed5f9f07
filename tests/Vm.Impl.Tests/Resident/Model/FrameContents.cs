using Vm.Resident;

namespace Vm.Tests.Resident.Model;

/// <summary>A machine layer of which only the contents of frames matter: a number for each frame.</summary>
sealed class FrameContents : IPhysicalMap
{
    readonly Dictionary<ulong, int> contents = [];

    public int this[ulong frame]
    {
        get => contents.GetValueOrDefault(frame);
        set => contents[frame] = value;
    }

    public void ZeroPage(ulong frame) => this[frame] = 0;

    public void CopyPage(ulong source, ulong destination) => this[destination] = this[source];

    public void ClearReference(ulong frame) { }

    public void EnterKernel(ulong address, ulong frame) { }

    public void PageProtect(ulong frame, Protection protection) { }

    public bool IsModified(ulong frame) => false;

    public bool IsReferenced(ulong frame) => false;

    public void ClearModify(ulong frame) { }
}
