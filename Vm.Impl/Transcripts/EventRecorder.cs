using Vm.Kernel;
using Vm.Resident;

namespace Vm.Transcripts;

/// <summary>
/// Stands where the machine, the scheduler and the pageout daemon are: writes down what the module asks of them in the words of
/// the transcripts, and names pages as the allocator hands them out. It hears nothing before it is attached.
/// </summary>
sealed class EventRecorder(Names names) : IEvents, IModuleEvents, IPhysicalMap
{
    /// <summary>How the module numbers the events of its objects.</summary>
    const uint EventsOfObject = 8;

    readonly Dictionary<ulong, PageId> pageOfFrame = [];
    readonly Dictionary<PageId, uint> pagesOfBlock = [];
    List<string> events = [];
    bool isAttached;

    /// <summary>Begins to listen to a module that has been bootstrapped.</summary>
    public void Attach(ResidentState state)
    {
        isAttached = true;
        foreach (var mem in state.Pages) pageOfFrame.TryAdd(state.Pages[mem].Frame, mem);
        pageOfFrame.Remove(Page.FictitiousFrame);
    }

    /// <summary>What has happened since the last call.</summary>
    public IReadOnlyList<string> Take()
    {
        var taken = events;
        events = [];
        return taken;
    }

    /// <summary>The name of the page of a frame; a frame that is not the module's is shown by its address.</summary>
    public string NameOfFrame(ulong frame)
    {
        if (frame == Page.FictitiousFrame) return "fictitious";
        return pageOfFrame.TryGetValue(frame, out var mem) ? names.Of(mem)! : $"phys:{frame * ResidentState.PageSize}";
    }

    /// <summary>The page of a frame; null if the module has no such frame.</summary>
    public PageId? PageOfFrame(ulong frame) => pageOfFrame.TryGetValue(frame, out var mem) ? mem : null;

    /// <summary>How many pages the block was given out with that begins with a page.</summary>
    public uint PagesOfBlock(PageId first) => pagesOfBlock[first];

    public void AllocPa(uint order, uint selector, PageId first)
    {
        if (!isAttached) return;
        var block = first.IsNull ? "null" : NameBlock(first, 1u << (int)order);
        Add($"alloc_pa order={order} selector={selector} type={(int)PageType.Kernel} -> {block}");
    }

    public void FreePa(PageId mem, uint order) => Add($"free_pa {names.Of(mem)} order={order}");

    public void SlabAlloc(PageId mem)
    {
        if (isAttached) Add($"kmem_cache_alloc vm_page -> {names.Pages.Give(PageFields.FictitiousLetter, mem)}");
    }

    public void PageoutStart() => Add("pageout_start");

    public void PageoutResume() => Add("pageout_resume");

    public void AssertWait(KernelEvent what) => Add($"assert_wait {NameOf(what)}");

    public void ThreadBlock() => Add("thread_block");

    public int Wakeup(KernelEvent what)
    {
        Add($"wakeup {NameOf(what)}");
        return 0;
    }

    public void ClearReference(ulong frame) => Add($"pmap_clear_reference {NameOfFrame(frame)}");

    public void ZeroPage(ulong frame) => Add($"pmap_zero_page {NameOfFrame(frame)}");

    public void CopyPage(ulong source, ulong destination) => Add($"pmap_copy_page {NameOfFrame(source)} {NameOfFrame(destination)}");

    public void EnterKernel(ulong address, ulong frame) { }

    public void PageProtect(ulong frame, Protection protection) { }

    /// <summary>The hardware bits are clear in every recording.</summary>
    public bool IsModified(ulong frame) => false;

    /// <inheritdoc cref="IsModified"/>
    public bool IsReferenced(ulong frame) => false;

    public void ClearModify(ulong frame) { }

    string NameOf(KernelEvent what) => what.Kind switch
    {
        EventKind.Page => names.Of(new PageId(what.Index))!,
        EventKind.Object => $"{names.Of(new ObjectId(what.Index / EventsOfObject))}+{what.Index % EventsOfObject}",
        _ => "vm_page_alloc_paused",
    };

    string NameBlock(PageId first, uint pages)
    {
        pagesOfBlock[first] = pages;
        var given = new List<string>();
        for (uint i = 0; i < pages; i++) given.Add(names.Pages.Give(PageFields.RealLetter, new PageId(first.V + i)));
        return NameRange.TextOf(given[0], given[^1]);
    }

    void Add(string text)
    {
        if (isAttached) events.Add(text);
    }
}
