using Vm.Vocabulary;

namespace Vm.Resident;

/// <summary>What the module asks of the machine layer (<c>pmap</c>). Frames are physical page numbers.</summary>
public interface IPhysicalMap
{
    /// <summary>Forgets that the frame was referenced (<c>pmap_clear_reference</c>).</summary>
    [External]
    void ClearReference(uint frame);

    /// <summary>Fills the frame with zeros (<c>pmap_zero_page</c>).</summary>
    [External]
    void ZeroPage(uint frame);

    /// <summary>Copies a frame (<c>pmap_copy_page</c>).</summary>
    [External]
    void CopyPage(uint source, uint destination);
}

/// <summary>A machine without memory management: the module runs on it by itself.</summary>
public sealed class NoPhysicalMap : IPhysicalMap
{
    /// <inheritdoc/>
    public void ClearReference(uint frame) { }

    /// <inheritdoc/>
    public void ZeroPage(uint frame) { }

    /// <inheritdoc/>
    public void CopyPage(uint source, uint destination) { }
}
