using Vm.Vocabulary;

namespace Frames;

/// <summary>The locks, outermost first.</summary>
[LockOrder]
public enum FrameLock { Frame, Count }

/// <summary>The whole state: a row for each frame, and the number of those in use.</summary>
[State]
public sealed class FrameState(int frames)
{
    public readonly Table<FrameId, Frame> Frames = new(frames);

    [LockClass(FrameLock.Count)]
    public SimpleLock CountLock;

    [GuardedBy(FrameLock.Count)]
    public int InUse;
}

/// <summary>The name of a frame; 0 is none.</summary>
[Handle(Nullable = true)]
public readonly record struct FrameId(uint V) : IHandle<FrameId>
{
    public static bool IsNullable => true;

    public bool IsNull => V == 0;

    public static FrameId Of(uint index) => new(index);

    public override string ToString() => IsNull ? "no frame" : $"frame {V}";
}

/// <summary>A frame, with its own lock.</summary>
[Row]
public partial struct Frame
{
    public const int MostReferences = int.MaxValue;

    [LockClass(FrameLock.Frame)]
    public SimpleLock Lock;

    [GuardedBy(FrameLock.Frame)]
    public int References;

    [GuardedBy(FrameLock.Frame)]
    public bool Dirty;
}

/// <summary>What holds between operations.</summary>
public static class FrameInvariants
{
    [Invariant("the number in use is the number of frames with references", WholeState = true)]
    public static bool InUseCount(FrameState s) =>
        s.InUse == Spec.Count(s.Frames, f => s.Frames[f].References != 0);

    [Invariant("no frame has fewer than no references")]
    public static bool NotNegative(FrameState s, FrameId f) => s.Frames[f].References >= 0;

    [Invariant("a frame that nobody uses is clean")]
    public static bool UnusedIsClean(FrameState s, FrameId f) => s.Frames[f].References != 0 || !s.Frames[f].Dirty;
}
