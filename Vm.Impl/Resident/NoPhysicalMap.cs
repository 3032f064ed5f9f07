namespace Vm.Resident;

/// <summary>A machine without memory management: the module runs on it by itself.</summary>
public sealed class NoPhysicalMap : IPhysicalMap
{
    /// <inheritdoc/>
    public void ClearReference(ulong frame) { }

    /// <inheritdoc/>
    public void ZeroPage(ulong frame) { }

    /// <inheritdoc/>
    public void CopyPage(ulong source, ulong destination) { }

    /// <inheritdoc/>
    public void EnterKernel(ulong address, ulong frame) { }

    /// <inheritdoc/>
    public void PageProtect(ulong frame, Protection protection) { }

    /// <inheritdoc/>
    public bool IsModified(ulong frame) => false;

    /// <inheritdoc/>
    public bool IsReferenced(ulong frame) => false;

    /// <inheritdoc/>
    public void ClearModify(ulong frame) { }
}
