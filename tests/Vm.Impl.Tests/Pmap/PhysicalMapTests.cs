using Vm.Mmu;
using Vm.Paging;
using Vm.Pmap;
using Vm.Resident;

namespace Vm.Tests.Pmap;

public sealed class PhysicalMapTests
{
    const uint Frame = PmapFixture.FirstFrame;
    static readonly VirtualAddress Va = VirtualAddress.Of(0x1f_ff00_0000);
    static readonly VirtualAddress Behind = VirtualAddress.Of(0x1f_ff00_1000);

    readonly PmapFixture machine = new();

    PhysicalMap Map => machine.Map;

    uint? Access(AccessKind kind = AccessKind.Read) => machine.Access(Va.Value, kind);

    void Enter(Protection protection = Protection.All, uint frame = Frame) => Map.Enter(Va, frame, protection, wired: false);

    [Theory]
    [InlineData(Protection.Read, true, false, false)]
    [InlineData(Protection.Read | Protection.Write, true, true, false)]
    [InlineData(Protection.Read | Protection.Execute, true, false, true)]
    [InlineData(Protection.All, true, true, true)]
    [InlineData(Protection.None, false, false, false)]
    public void Enter_Protection_IsWhatTheProcessorAllows(Protection protection, bool reads, bool writes, bool fetches)
    {
        Enter(protection);
        Assert.Equal(reads, Access(AccessKind.Read) == Frame);
        Assert.Equal(writes, Access(AccessKind.Write) == Frame);
        Assert.Equal(fetches, Access(AccessKind.Fetch) == Frame);
    }

    [Fact]
    public void Enter_AnotherFrame_ReplacesTheMapping()
    {
        Enter();
        Assert.Equal(Frame, Access(AccessKind.Write));
        Enter(frame: Frame + 1);

        Assert.Equal(Frame + 1, Access());
        Assert.True(Map.IsModified(Frame));
        Assert.False(Map.IsModified(Frame + 1));
    }

    [Fact]
    public void Enter_SameFrameWithLessRights_IsSeenAtOnce()
    {
        Enter();
        Access(AccessKind.Write);
        Enter(Protection.Read);
        Assert.Null(Access(AccessKind.Write));
        Assert.True(Map.IsModified(Frame));
    }

    [Fact]
    public void Enter_WithoutRights_Unmaps()
    {
        Enter();
        Access();
        Enter(Protection.None);
        Assert.Null(Access());
        Assert.False(Map.TryExtract(Va, out _));
    }

    [Theory]
    [InlineData(Protection.All, true, 0x0000_0000_0006_4207)]
    [InlineData(Protection.All, false, 0x0000_0000_0006_4007)]
    [InlineData(Protection.Read, false, 0x8000_0000_0006_4005)]
    [InlineData(Protection.Read | Protection.Execute, false, 0x0000_0000_0006_4005)]
    public void Enter_FreshPage_WritesTheEntry(Protection protection, bool wired, ulong entry)
    {
        Map.Enter(Va, Frame, protection, wired);
        Assert.Equal(entry, machine.Leaf(Va).Value);
    }

    [Fact]
    public void Enter_SameFrameAgain_KeepsWhatTheProcessorNoted()
    {
        Enter();
        Access(AccessKind.Write);
        Enter(Protection.Read);
        Assert.True(machine.Leaf(Va) is { Accessed: true, Dirty: true });
    }

    [Fact]
    public void Remove_Range_UnmapsItAndNothingElse()
    {
        ulong[] apart = [0x1000UL, 0x2000, 0x20_0000, 0x4000_0000, 0x80_0000_0000, 0x7fff_ffff_f000];
        foreach (var (i, va) in apart.Index()) Map.Enter(VirtualAddress.Of(va), Frame + (uint)i, Protection.All, wired: false);
        foreach (var va in apart) machine.Access(va);

        Map.Remove(VirtualAddress.Of(0x2000), VirtualAddress.Of(0x80_0000_0000));

        Assert.Equal(new uint?[] { Frame, null, null, null, Frame + 4, Frame + 5 }, apart.Select(va => machine.Access(va)));
    }

    [Fact]
    public void Protect_Range_OnlyLowersRights()
    {
        Enter(Protection.Read | Protection.Execute);
        Map.Protect(Va, Behind, Protection.Read | Protection.Write);

        Assert.Equal(Frame, Access());
        Assert.Null(Access(AccessKind.Write));
        Assert.Null(Access(AccessKind.Fetch));
    }

    [Fact]
    public void Protect_WithoutRead_Unmaps()
    {
        Enter();
        Map.Protect(Va, Behind, Protection.Write);
        Assert.False(Map.TryExtract(Va, out _));
    }

    [Fact]
    public void Extract_MappedAddress_KeepsTheOffset()
    {
        Enter();
        Assert.True(Map.TryExtract(VirtualAddress.Of(Va.Value + 0x123), out var address));
        Assert.Equal((Frame << 12) + 0x123UL, address);
    }

    [Fact]
    public void PageProtect_SharedFrame_ReachesAllItsMappings()
    {
        ulong[] addresses = [0x1000, 0x2000, 0x7fff_ffff_f000];
        foreach (var va in addresses) Map.Enter(VirtualAddress.Of(va), Frame, Protection.All, wired: false);
        foreach (var va in addresses) Assert.Equal(Frame, machine.Access(va, AccessKind.Write));

        Map.PageProtect(Frame, Protection.Read);
        Assert.All(addresses, va => Assert.Null(machine.Access(va, AccessKind.Write)));
        Assert.All(addresses, va => Assert.Equal(Frame, machine.Access(va)));

        Map.PageProtect(Frame, Protection.None);
        Assert.All(addresses, va => Assert.Null(machine.Access(va)));
        Assert.True(Map.IsModified(Frame));
    }

    [Fact]
    public void IsReferenced_AfterClear_SeesTheNextAccess()
    {
        Enter();
        Assert.False(Map.IsReferenced(Frame));
        Access();
        Assert.True(Map.IsReferenced(Frame));
        Map.ClearReference(Frame);
        Assert.False(Map.IsReferenced(Frame));
        Access();
        Assert.True(Map.IsReferenced(Frame));
    }

    [Fact]
    public void IsModified_AfterClear_SeesTheNextWriteOnly()
    {
        Enter();
        Access(AccessKind.Write);
        Map.ClearModify(Frame);
        Access();
        Assert.False(Map.IsModified(Frame));
        Access(AccessKind.Write);
        Assert.True(Map.IsModified(Frame));
    }

    [Fact]
    public void Attributes_OfARemovedMapping_AreKept()
    {
        Enter();
        Access(AccessKind.Write);
        Map.Remove(Va, Behind);
        Assert.True(Map.IsModified(Frame));
        Assert.True(Map.IsReferenced(Frame));

        Map.ClearModify(Frame);
        Map.ClearReference(Frame);
        Assert.False(Map.IsModified(Frame));
        Assert.False(Map.IsReferenced(Frame));
    }

    [Fact]
    public void CopyPageAndZeroPage_Frames_ChangeTheirBytes()
    {
        machine.Memory.Frame(Frame).Fill(0x5a);
        Map.CopyPage(Frame, Frame + 1);
        Map.ZeroPage(Frame);

        Assert.False(machine.Memory.Frame(Frame).ContainsAnyExcept((byte)0));
        Assert.False(machine.Memory.Frame(Frame + 1).ContainsAnyExcept((byte)0x5a));
    }

    [Fact]
    public void Enter_OnePageAfterAnotherEverywhere_ReusesTheTables()
    {
        var small = new PmapFixture((uint)PhysicalMap.TablesFor(1));
        for (ulong root = 0; root < 256; root++)
        {
            var va = VirtualAddress.Of(root << 39);
            small.Map.Enter(va, Frame, Protection.All, wired: false);
            Assert.Equal(Frame, small.Access(va.Value));
            small.Map.Remove(va, VirtualAddress.Of(va.Value + 1));
        }
    }

    [Fact]
    public void Enter_MoreThanTheTablesHold_SaysSo()
    {
        var small = new PmapFixture((uint)PhysicalMap.TablesFor(1));
        small.Map.Enter(VirtualAddress.Of(0), Frame, Protection.All, wired: false);
        var refused = Assert.Throws<InvalidOperationException>(
            () => small.Map.Enter(VirtualAddress.Of(1UL << 39), Frame, Protection.All, wired: false));
        Assert.Contains("page-table frame", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Remove_ToTheEndOfUserSpace_UnmapsTheLastPage()
    {
        var last = VirtualAddress.Of(VirtualAddress.UserEnd - 1);
        Map.Enter(last, Frame, Protection.All, wired: false);
        Map.Remove(last, VirtualAddress.Of(VirtualAddress.UserEnd));
        Assert.Null(machine.Access(last.Value));
    }

    [Fact]
    public void Operations_BehindTheUserHalf_AreRefused()
    {
        var kernel = VirtualAddress.Of(0xffff_8000_0000_0000);
        Assert.Throws<ArgumentOutOfRangeException>(() => Map.Enter(kernel, Frame, Protection.All, wired: false));
        Assert.Throws<ArgumentOutOfRangeException>(() => Map.Remove(Va, kernel));
        Assert.Throws<ArgumentOutOfRangeException>(() => Map.Protect(Va, kernel, Protection.Read));
        Assert.False(Map.TryExtract(kernel, out _));
    }
}
