namespace Vm.Pmap;

/// <summary>Frames that are set aside at boot, for tables that are needed before there is a page module (<c>pmap_grab_page</c>).</summary>
public sealed class BootFrames : ITableFrames
{
    readonly Stack<uint> free;

    /// <param name="frames">The frames.</param>
    public BootFrames(FrameRange frames)
    {
        free = new Stack<uint>(frames.Count);
        for (var frame = frames.End; frame > frames.Start; frame--) free.Push(frame - 1);
    }

    /// <inheritdoc/>
    public int Free => free.Count;

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">All are taken.</exception>
    public uint Take() => free.TryPop(out var frame)
        ? frame
        : throw new InvalidOperationException("every page-table frame is in use; set more of them aside at boot");

    /// <inheritdoc/>
    public void Return(uint frame) => free.Push(frame);
}
