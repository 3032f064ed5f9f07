using Vm.Vocabulary;

namespace Vm.Resident;

/// <summary>Contract of moving free pages between a segment's blocks and a pool (<c>vm_page_cpu_pool_fill</c>, <c>vm_page_cpu_pool_drain</c>).</summary>
[Contract]
[MustHold(ResidentLock.FreeQueue)]
[Acquires(ResidentLock.Segment)]
[Modifies("Pages.NodeNext", "Pages.NodePrev", "Pages.Order", "FreeLists.First", "FreeLists.Size", "Segments.FreeCount", "AllocPaused")]
public static partial class MoveFreeContract
{
    /// <summary>The pool exists.</summary>
    [Requires("the processor has a pool")]
    public static bool HasPool(uint processor) => processor < ResidentState.MaxProcessors;

    /// <summary>Pages move by the transfer size, or fewer where there are fewer.</summary>
    [Ensures("no more pages are moved than the pool moves at a time")]
    public static bool MovesFew(ResidentState s, SegmentId id, uint processor) =>
        s.FreeLists[FreeLists.At((byte)id.V, FreeLists.PoolOf(processor))].Size
            <= Spec.Old(s.FreeLists[FreeLists.At((byte)id.V, FreeLists.PoolOf(processor))].Size)
                + s.Pools[new PoolId(id.V * ResidentState.MaxProcessors + processor)].TransferSize
        && Spec.Old(s.FreeLists[FreeLists.At((byte)id.V, FreeLists.PoolOf(processor))].Size)
            <= s.FreeLists[FreeLists.At((byte)id.V, FreeLists.PoolOf(processor))].Size
                + s.Pools[new PoolId(id.V * ResidentState.MaxProcessors + processor)].TransferSize;
}
