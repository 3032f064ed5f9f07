using Vm.Tests.Physical;
using Vm.Vocabulary;

namespace Vm.Tests.Resident.Transitions;

/// <summary>The operations that the pageout daemon begins with.</summary>
public sealed class BalanceTransitionTests : TransitionStory
{
    [Fact]
    public Task Balance()
    {
        var pressed = FirstSegmentShort();
        Case("a segment that is short and one that is not", pressed.State, () => Result(pressed.Balance()));
        Case("when no segment is short", pressed.State, () => Result(pressed.Balance()));
        return Verified();
    }

    [Fact]
    public Task BalanceOnce()
    {
        var pressed = FirstSegmentShort();
        Case("a segment that is short and one that is not", pressed.State, () => Result(PressedModule<Full>.Privileged(pressed.Module.BalanceOnce)));
        return Verified();
    }

    [Fact]
    public Task RefillInactive()
    {
        var pressed = new PressedModule<Full>();
        pressed.AllocMany(pressed.Module.CreateObject(isInternal: true, 1 << 20), 3);
        Case("three active pages: one may be", pressed.State, pressed.Module.RefillInactive);
        Case("one active page of three", pressed.State, pressed.Module.RefillInactive);
        return Verified();
    }

    static PressedModule<Full> FirstSegmentShort()
    {
        var pressed = new PressedModule<Full>(segments: 2);
        var pages = pressed.AllocMany(pressed.Module.CreateObject(isInternal: true, 1 << 20), 28);
        foreach (var mem in pages[..7]) pressed.Free(mem);
        return pressed;
    }
}
