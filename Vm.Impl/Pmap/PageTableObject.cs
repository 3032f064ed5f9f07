using Vm.Kernel;
using Vm.Resident;
using Vm.Vocabulary;

namespace Vm.Pmap;

/// <summary>
/// Page-table pages from the page module: each is wired in one object, at its physical address (<c>pmap_object</c>,
/// <c>pmap_page_table_page_alloc</c>, <c>pmap_page_table_page_dealloc</c>).
/// </summary>
/// <typeparam name="TMode">How much the module checks.</typeparam>
/// <param name="module">The page module, whose first segment is for tables.</param>
/// <param name="obj">The object.</param>
public sealed class PageTableObject<TMode>(ResidentModule<TMode> module, ObjectId obj) : ITableFrames
    where TMode : struct, ICheckMode
{
    readonly ResidentState s = module.State;

    /// <summary>Pages that are tables.</summary>
    public int Taken => s.Objects[obj].ResidentPageCount;

    /// <inheritdoc/>
    public int Free
    {
        get
        {
            const byte First = 0;
            var pool = FreeLists.At(First, FreeLists.PoolOf(KernelThread.Processor & (ResidentState.MaxProcessors - 1)));
            return s.Segments[new SegmentId(First)].FreeCount + s.FreeLists[pool].Size;
        }
    }

    /// <inheritdoc/>
    public uint Take()
    {
        var mem = GrabAsKernel();
        var frame = (uint)s.Pages[mem].Frame;
        using (s.Objects[obj].Lock.Enter())
        using (s.PageQueuesLock.Enter())
        {
            module.Insert(mem, obj, frame * (ulong)ResidentState.PageSize);
            module.Wire(mem);
        }

        return frame;
    }

    /// <inheritdoc/>
    public void Return(uint frame)
    {
        using (s.Objects[obj].Lock.Enter())
        {
            var mem = module.Lookup(obj, frame * (ulong)ResidentState.PageSize);
            if (mem.IsNull) throw new InvalidOperationException($"frame {frame} is no page-table page");
            using (s.PageQueuesLock.Enter()) module.Free(mem);
        }
    }

    /// <summary>The pageout daemon may need a table to make memory free, so tables do not wait for it.</summary>
    PageId GrabAsKernel()
    {
        var wasPrivileged = KernelThread.VmPrivilege;
        KernelThread.VmPrivilege = true;
        try
        {
            return module.GrabContig(ResidentState.PageSize, Selector.Dma);
        }
        finally
        {
            KernelThread.VmPrivilege = wasPrivileged;
        }
    }
}
