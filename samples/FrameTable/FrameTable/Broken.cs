using Vm.Vocabulary;

namespace Frames;

public sealed partial class FrameTable<TMode>
{
    /// <summary>Gives a reference back, broken: the proof must refute it.</summary>
    /// <returns>Whether it was the last one.</returns>
    [Operation(typeof(ReleaseContract)), Mutant("counts a frame out at each reference, not at the last one")]
    bool ReleaseCountingEachBody(FrameId frame)
    {
        ref Frame row = ref s.Frames[frame];
        row.References--;
        using (s.CountLock.Enter()) s.InUse--;
        if (row.References != 0) return false;

        row.Dirty = false;
        return true;
    }
}
