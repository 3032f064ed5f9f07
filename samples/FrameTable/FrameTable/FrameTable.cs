using Vm.Vocabulary;

namespace Frames;

/// <summary>A table of frames that several users share.</summary>
/// <typeparam name="TMode">How much is checked while it runs.</typeparam>
/// <param name="state">The frames.</param>
public sealed partial class FrameTable<TMode>(FrameState state) where TMode : struct, ICheckMode
{
    readonly FrameState s = TMode.Locks ? Watched(state) : state;

    /// <summary>The first reference to a frame.</summary>
    [Operation(typeof(TakeContract))]
    void TakeBody(FrameId frame)
    {
        s.Frames[frame].References = 1;
        using (s.CountLock.Enter()) s.InUse++;
    }

    /// <summary>One more reference.</summary>
    [Operation(typeof(ShareContract))]
    void ShareBody(FrameId frame) => s.Frames[frame].References++;

    /// <summary>Gives a reference back.</summary>
    /// <returns>Whether it was the last one.</returns>
    [Operation(typeof(ReleaseContract))]
    bool ReleaseBody(FrameId frame)
    {
        ref Frame row = ref s.Frames[frame];
        row.References--;
        if (row.References != 0) return false;

        row.Dirty = false;
        using (s.CountLock.Enter()) s.InUse--;
        return true;
    }
}
