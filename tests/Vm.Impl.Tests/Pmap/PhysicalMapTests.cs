using Vm.Mmu;
using Vm.Paging;
using Vm.Pmap;
using Vm.Resident;

namespace Vm.Tests.Pmap;

public sealed class I386PhysicalMapTests : PhysicalMapTests<I386Paging>;

public sealed class PaePhysicalMapTests : PhysicalMapTests<PaePaging>;

public sealed class FourLevelPhysicalMapTests : PhysicalMapTests<FourLevelPaging>;

/// <summary>The map of one address space, in each mode.</summary>
public abstract class PhysicalMapTests<TPaging> where TPaging : struct, IPagingMode
{
    const uint Frame = PmapFixture<TPaging>.FirstFrame;

    static readonly VirtualAddress Va = VirtualAddress.Of(TPaging.AddressBits == 32 ? 0x9ff0_0000 : 0x1f_ff00_0000UL);
    static readonly VirtualAddress Behind = VirtualAddress.Of(Va.Value + IPagingMode.PageSize);
    static readonly ulong UserEnd = KernelHalf.UserEnd<TPaging>();

    readonly PmapFixture<TPaging> machine = new();

    PhysicalMaps<TPaging> Maps => machine.Maps;

    PhysicalMap<TPaging> Map => machine.Map;

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
        Assert.Equal(fetches || (reads && !TPaging.HasNoExecute), Access(AccessKind.Fetch) == Frame);
    }

    [Fact]
    public void Enter_AnotherFrame_ReplacesTheMapping()
    {
        Enter();
        Assert.Equal(Frame, Access(AccessKind.Write));
        Enter(frame: Frame + 1);

        Assert.Equal(Frame + 1, Access());
        Assert.True(Maps.IsModified(Frame));
        Assert.False(Maps.IsModified(Frame + 1));
    }

    [Fact]
    public void Enter_SameFrameWithLessRights_IsSeenAtOnce()
    {
        Enter();
        Access(AccessKind.Write);
        Enter(Protection.Read);
        Assert.Null(Access(AccessKind.Write));
        Assert.True(Maps.IsModified(Frame));
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
        Assert.Equal(TPaging.HasNoExecute ? entry : entry & uint.MaxValue, machine.Leaf(Va).Value);
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
        ulong[] apart = [0x1000UL, 0x2000, 0x20_0000, 0x4000_0000, UserEnd / 2, UserEnd - 0x1000];
        foreach (var (i, va) in apart.Index()) Map.Enter(VirtualAddress.Of(va), Frame + (uint)i, Protection.All, wired: false);
        foreach (var va in apart) machine.Access(va);

        Map.Remove(VirtualAddress.Of(0x2000), VirtualAddress.Of(UserEnd / 2));

        Assert.Equal(new uint?[] { Frame, null, null, null, Frame + 4, Frame + 5 }, apart.Select(va => machine.Access(va)));
    }

    [Fact]
    public void Protect_Range_OnlyLowersRights()
    {
        Enter(Protection.Read | Protection.Execute);
        Map.Protect(Va, Behind, Protection.Read | Protection.Write);

        Assert.Equal(Frame, Access());
        Assert.Null(Access(AccessKind.Write));
        Assert.Equal(TPaging.HasNoExecute, Access(AccessKind.Fetch) is null);
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
        ulong[] addresses = [0x1000, 0x2000, UserEnd - 0x1000];
        foreach (var va in addresses) Map.Enter(VirtualAddress.Of(va), Frame, Protection.All, wired: false);
        foreach (var va in addresses) Assert.Equal(Frame, machine.Access(va, AccessKind.Write));

        Maps.PageProtect(Frame, Protection.Read);
        Assert.All(addresses, va => Assert.Null(machine.Access(va, AccessKind.Write)));
        Assert.All(addresses, va => Assert.Equal(Frame, machine.Access(va)));

        Maps.PageProtect(Frame, Protection.None);
        Assert.All(addresses, va => Assert.Null(machine.Access(va)));
        Assert.True(Maps.IsModified(Frame));
    }

    [Fact]
    public void IsReferenced_AfterClear_SeesTheNextAccess()
    {
        Enter();
        Assert.False(Maps.IsReferenced(Frame));
        Access();
        Assert.True(Maps.IsReferenced(Frame));
        Maps.ClearReference(Frame);
        Assert.False(Maps.IsReferenced(Frame));
        Access();
        Assert.True(Maps.IsReferenced(Frame));
    }

    [Fact]
    public void IsModified_AfterClear_SeesTheNextWriteOnly()
    {
        Enter();
        Access(AccessKind.Write);
        Maps.ClearModify(Frame);
        Access();
        Assert.False(Maps.IsModified(Frame));
        Access(AccessKind.Write);
        Assert.True(Maps.IsModified(Frame));
    }

    [Fact]
    public void Attributes_OfARemovedMapping_AreKept()
    {
        Enter();
        Access(AccessKind.Write);
        Map.Remove(Va, Behind);
        Assert.True(Maps.IsModified(Frame));
        Assert.True(Maps.IsReferenced(Frame));

        Maps.ClearModify(Frame);
        Maps.ClearReference(Frame);
        Assert.False(Maps.IsModified(Frame));
        Assert.False(Maps.IsReferenced(Frame));
    }

    [Fact]
    public void CopyPageAndZeroPage_Frames_ChangeTheirBytes()
    {
        machine.Memory.Frame(Frame).Fill(0x5a);
        Maps.CopyPage(Frame, Frame + 1);
        Maps.ZeroPage(Frame);

        Assert.False(machine.Memory.Frame(Frame).ContainsAnyExcept((byte)0));
        Assert.False(machine.Memory.Frame(Frame + 1).ContainsAnyExcept((byte)0x5a));
    }

    [Fact]
    public void Enter_OnePageAfterAnotherEverywhere_ReusesTheTables()
    {
        var small = new PmapFixture<TPaging>((uint)PhysicalMaps<TPaging>.FewestTables);
        for (ulong i = 0; i < 64; i++)
        {
            var va = VirtualAddress.Of(i * (UserEnd / 64));
            small.Map.Enter(va, Frame, Protection.All, wired: false);
            Assert.Equal(Frame, small.Access(va.Value));
            small.Map.Remove(va, VirtualAddress.Of(va.Value + 1));
        }
    }

    /// <summary>Mappings that are not wired go with their tables, as if the pageout daemon had asked for it.</summary>
    [Fact]
    public void Enter_MorePagesThanTheTablesHold_UnmapsOthers()
    {
        var small = new PmapFixture<TPaging>((uint)PhysicalMaps<TPaging>.FewestTables);
        small.Map.Enter(VirtualAddress.Of(0x1000), Frame, Protection.All, wired: false);
        small.Access(0x1000, AccessKind.Write);
        small.Map.Enter(VirtualAddress.Of(UserEnd / 2), Frame + 1, Protection.All, wired: false);

        Assert.Null(small.Access(0x1000));
        Assert.Equal(Frame + 1, small.Access(UserEnd / 2));
        Assert.Equal(1, small.Map.ResidentCount);
        Assert.True(small.Maps.IsModified(Frame));
    }

    [Fact]
    public void Enter_MoreThanTheTablesHoldWired_SaysSo()
    {
        var small = new PmapFixture<TPaging>((uint)PhysicalMaps<TPaging>.FewestTables);
        small.Map.Enter(VirtualAddress.Of(0x1000), Frame, Protection.All, wired: true);
        var refused = Assert.Throws<InvalidOperationException>(
            () => small.Map.Enter(VirtualAddress.Of(UserEnd / 2), Frame, Protection.All, wired: false));
        Assert.Contains("page-table page", refused.Message, StringComparison.Ordinal);
        Assert.Equal(Frame, small.Access(0x1000));
    }

    [Fact]
    public void Remove_ToTheEndOfUserSpace_UnmapsTheLastPage()
    {
        var last = VirtualAddress.Of(UserEnd - 1);
        Map.Enter(last, Frame, Protection.All, wired: false);
        Map.Remove(last, VirtualAddress.Of(UserEnd));
        Assert.Null(machine.Access(last.Value));
    }

    [Fact]
    public void Operations_BehindTheUserHalf_AreRefused()
    {
        var kernel = VirtualAddress.Of(Maps.VirtualStart);
        Assert.Throws<ArgumentOutOfRangeException>(() => Map.Enter(kernel, Frame, Protection.All, wired: false));
        Assert.Throws<ArgumentOutOfRangeException>(() => Map.Remove(Va, VirtualAddress.Of(UserEnd + 1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Map.Protect(Va, VirtualAddress.Of(UserEnd + 1), Protection.Read));
        Assert.False(Map.TryExtract(kernel, out _));
    }

    [Fact]
    public void Counts_OfMappings_FollowThem()
    {
        Map.Enter(Va, Frame, Protection.All, wired: true);
        Map.Enter(Behind, Frame, Protection.All, wired: false);
        Assert.Equal((2, 1), (Map.ResidentCount, Map.WiredCount));

        Map.ChangeWiring(Va, wired: false);
        Map.ChangeWiring(Behind, wired: true);
        Map.Enter(Behind, Frame + 1, Protection.All, wired: true);
        Assert.Equal((2, 1), (Map.ResidentCount, Map.WiredCount));
        Assert.Equal(0, machine.Leaf(Va).Available);
        Assert.Equal(1, machine.Leaf(Behind).Available);

        Maps.PageProtect(Frame + 1, Protection.None);
        Assert.Equal((1, 0), (Map.ResidentCount, Map.WiredCount));
        Assert.Throws<InvalidOperationException>(() => Map.ChangeWiring(Behind, wired: true));
    }

    [Fact]
    public void Collect_PageTables_KeepsThoseWithWiredMappings()
    {
        var elsewhere = VirtualAddress.Of(UserEnd / 4);
        Map.Enter(Va, Frame, Protection.All, wired: true);
        Map.Enter(Behind, Frame + 1, Protection.All, wired: false);
        Map.Enter(elsewhere, Frame + 2, Protection.All, wired: false);
        var free = machine.Tables.Free;
        Assert.Equal(Frame + 2, machine.Access(elsewhere.Value));

        Map.Collect();

        Assert.Null(machine.Access(elsewhere.Value));
        Assert.Equal(Frame, machine.Access(Va.Value));
        Assert.Equal(Frame + 1, machine.Access(Behind.Value));
        Assert.True(machine.Tables.Free > free);
    }

    [Fact]
    public void Destroy_LastReference_GivesAllTablesBack()
    {
        var free = machine.Tables.Free;
        var map = Maps.Create();
        map.Enter(Va, Frame, Protection.All, wired: false);
        map.Enter(VirtualAddress.Of(0), Frame, Protection.All, wired: true);
        map.Reference();
        map.Destroy();
        Assert.True(machine.Tables.Free < free);
        Assert.True(map.TryExtract(Va, out _));

        Assert.Contains("2 pages mapped", Assert.Throws<InvalidOperationException>(map.Destroy).Message, StringComparison.Ordinal);
        map.Remove(VirtualAddress.Of(0), VirtualAddress.Of(UserEnd));
        map.Destroy();
        Assert.Equal(free, machine.Tables.Free);
    }

    [Fact]
    public void Destroy_InUse_IsRefused()
    {
        Assert.Throws<InvalidOperationException>(Map.Destroy);
        Assert.Throws<InvalidOperationException>(Maps.Kernel.Destroy);
    }

    /// <summary>The same address in two spaces, the same frame in both.</summary>
    [Fact]
    public void PageProtect_FrameOfTwoSpaces_ReachesBoth()
    {
        var other = Maps.Create();
        Enter();
        other.Enter(Va, Frame, Protection.All, wired: false);
        other.Enter(Behind, Frame + 1, Protection.All, wired: false);

        machine.Processor.Activate(other);
        Assert.Equal(Frame, machine.Access(Va.Value, AccessKind.Write));
        machine.Processor.Activate(Map);
        Assert.Null(machine.Access(Behind.Value));
        Assert.Equal(Frame, machine.Access(Va.Value, AccessKind.Write));

        Maps.PageProtect(Frame, Protection.Read);
        Assert.Null(machine.Access(Va.Value, AccessKind.Write));
        machine.Processor.Activate(other);
        Assert.Null(machine.Access(Va.Value, AccessKind.Write));
        Assert.Equal(Frame, machine.Access(Va.Value));

        Maps.PageProtect(Frame, Protection.None);
        Assert.Null(machine.Access(Va.Value));
        Assert.Equal((0, 1), (Map.ResidentCount, other.ResidentCount));
    }

    /// <summary>The kernel's pages are in every space, for the kernel alone, and their translations outlive a change of it.</summary>
    [Fact]
    public void EnterKernel_Page_IsInEverySpaceForTheKernelAlone()
    {
        var (first, second) = (Maps.VirtualStart, Maps.VirtualStart + 0x1000);
        var other = Maps.Create();
        Maps.EnterKernel(first, Frame);
        foreach (var map in new[] { Map, other, Maps.Kernel })
        {
            machine.Processor.Activate(map);
            Assert.Equal(Frame, machine.Access(first, AccessKind.Write, user: false));
            Assert.Null(machine.Access(first));
            Assert.Null(machine.Access(second, user: false));
        }

        Assert.Equal(1, Maps.Kernel.WiredCount);
        Assert.Throws<ArgumentOutOfRangeException>(() => Maps.EnterKernel(Maps.VirtualEnd, Frame));

        Assert.Equal(Frame, machine.Access(first, user: false));
        var walks = machine.Processor.Mmu.TlbMisses;
        machine.Processor.Activate(other);
        Assert.Equal(Frame, machine.Access(first, user: false));
        Assert.Equal(walks, machine.Processor.Mmu.TlbMisses);

        Maps.Kernel.Remove(VirtualAddress.Of(first), VirtualAddress.Of(second));
        Assert.Null(machine.Access(first, user: false));
    }
}
