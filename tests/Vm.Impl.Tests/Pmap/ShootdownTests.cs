using Vm.Mmu;
using Vm.Paging;
using Vm.Pmap;
using Vm.Resident;

namespace Vm.Tests.Pmap;

/// <summary>Several processors: a mapping that is changed by one is forgotten by all.</summary>
public sealed class ShootdownTests
{
    const uint Frame = PmapFixture<FourLevelPaging>.FirstFrame;
    static readonly VirtualAddress Va = VirtualAddress.Of(0x40_0000);

    readonly PmapFixture<FourLevelPaging> machine = new();

    Processor<FourLevelPaging> Second(ITranslationCache? invalidated = null)
    {
        var processor = new Processor<FourLevelPaging>(machine.Maps, invalidated);
        processor.Activate(machine.Map);
        return processor;
    }

    static uint? Access(Processor<FourLevelPaging> processor, ulong va) => PmapFixture<FourLevelPaging>.Access(processor, va);

    void Enter(int pages)
    {
        for (uint i = 0; i < pages; i++) machine.Map.Enter(VirtualAddress.Of(Va.Value + (i << 12)), Frame + i, Protection.All, wired: false);
    }

    void Remove(int pages) => machine.Map.Remove(Va, VirtualAddress.Of(Va.Value + ((ulong)pages << 12)));

    [Fact]
    public void Remove_MappingThatAnotherProcessorUsed_IsForgottenByBoth()
    {
        var second = Second();
        Enter(1);
        Assert.Equal(Frame, machine.Access(Va.Value));
        Assert.Equal(Frame, Access(second, Va.Value));

        Remove(1);
        Assert.Null(machine.Access(Va.Value));
        Assert.Null(Access(second, Va.Value));
    }

    /// <summary>The must-fail twin: a processor that does not answer goes on with the old frame.</summary>
    [Fact]
    public void Remove_WithADeafProcessor_IsSeenToBeMissed()
    {
        var second = Second(new DeafCache());
        Enter(1);
        Assert.Equal(Frame, Access(second, Va.Value));
        Remove(1);
        Assert.Equal(Frame, Access(second, Va.Value));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(UpdateQueueSize)]
    [InlineData(UpdateQueueSize + 1)]
    [InlineData(3 * UpdateQueueSize)]
    public void Activate_AfterIdling_ForgetsWhatWasMissed(int pages)
    {
        var second = Second();
        Enter(pages);
        for (uint i = 0; i < pages; i++) Assert.Equal(Frame + i, Access(second, Va.Value + (i << 12)));

        second.Idle();
        Remove(pages);
        second.Activate(machine.Map);
        for (uint i = 0; i < pages; i++) Assert.Null(Access(second, Va.Value + (i << 12)));
    }

    const int UpdateQueueSize = 4;

    [Fact]
    public void UpdateQueue_MoreThanItHolds_ForgetsEverything()
    {
        Assert.Equal(UpdateQueueSize, UpdateQueue<FourLevelPaging>.Size);
        var (queue, told) = (new UpdateQueue<FourLevelPaging>(), new Listener());
        for (var i = 0; i < UpdateQueueSize; i++) queue.Add(machine.Map, VirtualAddress.Of((ulong)i << 12));
        queue.Apply(told, machine.Map);
        Assert.Equal((UpdateQueueSize, 0, true), (told.Pages, told.Flushes, queue.IsEmpty));

        for (var i = 0; i <= UpdateQueueSize; i++) queue.Add(machine.Map, VirtualAddress.Of((ulong)i << 12));
        queue.Apply(told, machine.Map);
        Assert.Equal((UpdateQueueSize, 1, true), (told.Pages, told.Flushes, queue.IsEmpty));
    }

    /// <summary>A processor in another space has no translation to forget, but for the kernel's.</summary>
    [Fact]
    public void Remove_OfAnotherSpace_InterruptsNobody()
    {
        var told = new Listener();
        var second = new Processor<FourLevelPaging>(machine.Maps, told);
        second.Activate(machine.Maps.Create());
        Enter(1);
        Remove(1);
        Assert.Equal(0, told.Pages);

        machine.Maps.EnterKernel(machine.Maps.VirtualStart, Frame);
        machine.Maps.EnterKernel(machine.Maps.VirtualStart, Frame + 1);
        Assert.Equal(1, told.Pages);
    }

    sealed class Listener : ITranslationCache
    {
        public int Pages { get; private set; }

        public int Flushes { get; private set; }

        public void Invalidate(VirtualAddress va) => Pages++;

        public void Flush() => Flushes++;

        public void FlushLocal() { }
    }
}
