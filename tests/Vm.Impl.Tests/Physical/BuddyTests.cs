using CsCheck;
using Vm.Physical;
using Vm.Resident;
using Vm.Vocabulary;

namespace Vm.Tests.Physical;

public sealed class BuddyTests
{
    const uint AnySelector = 3;

    static ResidentModule<Full> Boot(uint start, uint end, uint available) =>
        ResidentModule<Full>.Bootstrap(new BootSegment(start, end, available), objects: 1);

    static PageId Alloc(ResidentModule<Full> module, uint order)
    {
        using (module.State.FreeQueueLock.Enter()) return module.AllocPa(order, AnySelector);
    }

    static void Free(ResidentModule<Full> module, PageId mem, uint order)
    {
        using (module.State.FreeQueueLock.Enter()) module.FreePa(mem, order);
    }

    [Fact]
    public void Bootstrap_AvailableFramesOnly_AreFree()
    {
        var state = Boot(start: 16, end: 48, available: 21).State;
        Assert.Equal(27, state.Segments[new SegmentId(0)].FreeCount);
        Assert.All(state.Pages, mem => Assert.Equal(state.Pages[mem].Frame >= 21, state.Pages[mem].Free));
    }

    [Fact]
    public void Bootstrap_AvailableOutsideTheSegment_IsRefused() =>
        Assert.Throws<ArgumentException>(() => Boot(start: 16, end: 48, available: 49));

    [Theory]
    [InlineData(0u), InlineData(3u), InlineData(10u)]
    public void AllocPa_Order_GivesAlignedConsecutiveFrames(uint order)
    {
        var module = Boot(0, 2048, 1);
        var mem = Alloc(module, order);
        Assert.Equal(0u, module.State.Pages[mem].Frame % (1u << (int)order));
        for (var i = 0u; i < 1u << (int)order; i++)
        {
            Assert.Equal(module.State.Pages[mem].Frame + i, module.State.Pages[new(mem.V + i)].Frame);
            Assert.False(module.State.Pages[new(mem.V + i)].Free);
        }
    }

    [Fact]
    public void AllocPa_NoBlockSoLarge_GivesNull() => Assert.True(Alloc(Boot(0, 8, 1), order: 3).IsNull);

    [Fact]
    public void AllocPa_UnknownOrder_IsRefused() =>
        Assert.Equal("OrderExists", Assert.Throws<CheckFailedException>(() => Alloc(Boot(0, 8, 0), ResidentState.Orders)).Clause);

    /// <summary>Blocks of all orders come and go; at the end all memory is one again.</summary>
    [Fact]
    public void AllocAndFree_Random_LosesNoPageAndMergesAgain() =>
        Gen.Select(Gen.UInt[0, 5], Gen.Int[0, 100]).List[0, 60].Sample(steps =>
        {
            var module = Boot(0, 64, 0);
            var held = new List<(PageId Mem, uint Order)>();
            foreach (var (order, pick) in steps)
            {
                if (pick % 2 == 0)
                {
                    var mem = Alloc(module, order);
                    if (!mem.IsNull) held.Add((mem, order));
                }
                else if (held.Count != 0)
                {
                    var block = held[pick % held.Count];
                    held.Remove(block);
                    Free(module, block.Mem, block.Order);
                }

                Assert.Equal(64, module.State.Pages.Count(mem => module.State.Pages[mem].Free) + held.Sum(block => 1 << (int)block.Order));
            }

            held.ForEach(block => Free(module, block.Mem, block.Order));

            // The processor's pool keeps one page back; whoever empties it gets the rest in one piece.
            var pooled = Alloc(module, 0);
            Assert.All(Enumerable.Range(0, 6), order => Assert.Equal(1, module.State.FreeLists[FreeLists.At(0, (byte)order)].Size));
            Free(module, pooled, 0);
        }, iter: 200);
}
