using Vm.Resident;
using Vm.Tests.Physical;
using Vm.Vocabulary;

namespace Vm.Tests.Resident;

/// <summary>Objects end with their pages.</summary>
public sealed class TerminateTests
{
    readonly PressedModule<Full> pressed = new();

    [Fact]
    public void TerminateObject_Internal_FreesItsPages()
    {
        var obj = pressed.Module.CreateObject(isInternal: true, 1 << 20);
        foreach (var mem in pressed.AllocMany(obj, 6)) pressed[mem].Dirty = true;
        pressed.Module.TerminateObject(obj);
        Assert.Equal((pressed.Frames, false), (pressed.FreePages, pressed.State.Objects[obj].Alive));
        Assert.Empty(pressed.Returned);
        Assert.Equal(obj, pressed.Module.CreateObject(isInternal: true, 1));
    }

    [Fact]
    public void TerminateObject_OfAManager_ReturnsWhatWasWritten()
    {
        var obj = pressed.Module.CreateObject(isInternal: false, 1 << 20);
        var pages = pressed.AllocMany(obj, 3);
        pressed[pages[0]].Dirty = true;
        pressed.Bits.Modified.Add(pressed[pages[1]].Frame);
        pressed.Module.TerminateObject(obj);

        Assert.Equal(2, pressed.Returned.Count);
        Assert.Equal((0, 0), (pressed.State.ExternalCount, pressed.State.ExternalPages));
        pressed.ServePagers();
        Assert.Equal(pressed.Frames, pressed.FreePages);
    }

    [Fact]
    public void TerminateObject_PagingUnderWay_WaitsForItsEnd()
    {
        var obj = pressed.Module.CreateObject(isInternal: true, 1 << 20);
        ref MemoryObject owner = ref pressed.State.Objects[obj];
        using (owner.Lock.Enter()) pressed.Module.PagingBegin(obj);
        var ending = new Thread(() => pressed.Module.TerminateObject(obj));
        ending.Start();
        Assert.False(ending.Join(TimeSpan.FromMilliseconds(50)));

        using (owner.Lock.Enter()) pressed.Module.PagingEnd(obj);
        Assert.True(ending.Join(TimeSpan.FromSeconds(10)));
        Assert.False(owner.Alive);
    }
}
