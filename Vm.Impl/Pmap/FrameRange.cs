namespace Vm.Pmap;

/// <summary>Physical frames in a row.</summary>
/// <param name="Start">The first.</param>
/// <param name="End">The one behind the last.</param>
public readonly record struct FrameRange(uint Start, uint End)
{
    /// <summary>Number of frames.</summary>
    public int Count => (int)(End - Start);
}
