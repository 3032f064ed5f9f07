using Vm.Vocabulary;

namespace Frames;

[Contract]
[MustHold(FrameLock.Frame, "frame"), Acquires(FrameLock.Count)]
[Modifies("frame.References", "InUse")]
public static partial class TakeContract
{
    [Requires("the frame exists and nobody uses it")]
    public static bool IsUnused(FrameState s, FrameId frame) => !frame.IsNull && s.Frames[frame].References == 0;

    [Ensures("the frame has one reference")]
    public static bool HasOne(FrameState s, FrameId frame) => s.Frames[frame].References == 1;
}

[Contract]
[MustHold(FrameLock.Frame, "frame")]
[Modifies("frame.References")]
public static partial class ShareContract
{
    [Requires("the frame exists, and there is a reference and room for one more")]
    public static bool IsUsed(FrameState s, FrameId frame) =>
        !frame.IsNull && s.Frames[frame].References != 0 && s.Frames[frame].References < Frame.MostReferences;

    [Ensures("the frame has one reference more")]
    public static bool HasOneMore(FrameState s, FrameId frame) =>
        s.Frames[frame].References == Spec.Old(s.Frames[frame].References) + 1;
}

[Contract]
[MustHold(FrameLock.Frame, "frame"), Acquires(FrameLock.Count)]
[Modifies("frame.References", "frame.Dirty", "InUse")]
public static partial class ReleaseContract
{
    [Requires("the frame exists and has a reference")]
    public static bool IsUsed(FrameState s, FrameId frame) => !frame.IsNull && s.Frames[frame].References != 0;

    [Ensures("the frame has one reference less")]
    public static bool HasOneLess(FrameState s, FrameId frame) =>
        s.Frames[frame].References == Spec.Old(s.Frames[frame].References) - 1;

    [Ensures("the result says whether it was the last one")]
    public static bool TellsWhetherLast(FrameState s, FrameId frame) =>
        Spec.Result<bool>() == (s.Frames[frame].References == 0);
}
