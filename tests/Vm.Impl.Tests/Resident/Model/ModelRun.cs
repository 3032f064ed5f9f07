using Vm.Kernel;
using Vm.Resident;

namespace Vm.Tests.Resident.Model;

/// <summary>A module in full mode and the model of it, side by side.</summary>
sealed class ModelRun
{
    const int Objects = 3, FictitiousPages = 2 * ResidentModule<Vocabulary.Full>.FictitiousQuantum;

    public ModelRun(Layout layout, ResidentModel model)
    {
        (KernelThread.Processor, KernelThread.VmPrivilege) = (0, false);
        Model = model;
        Vm = new TestModule(layout.Segments, Objects, FictitiousPages, Events, Contents);
        foreach (var mem in Vm.State.Pages.Take((int)Vm.State.PhysicalPages))
            model.AddReal(mem, Vm[mem].Segment, free: Vm[mem].Free);
        for (var i = 0; i < Objects; i++) CreateObject(isInternal: i % 2 == 0);
    }

    public ResidentModel Model { get; }

    public TestModule Vm { get; }

    public ModelEvents Events { get; } = new();

    public FrameContents Contents { get; } = new();

    /// <summary>Structures that the slab cache has still.</summary>
    public int Slabs { get; set; } = FictitiousPages;

    public ResidentState State => Vm.State;

    /// <summary>Runs an operation, and compares if it did anything.</summary>
    public bool Run(Step step)
    {
        if (!step.Operation.Run(this, step)) return false;
        ModelComparison.Compare(this);
        return true;
    }

    /// <summary>Does an operation on both sides.</summary>
    public static bool Do(Action module, Action model)
    {
        module();
        model();
        return true;
    }

    /// <summary>A page of those asked for, chosen by the step.</summary>
    public bool Has(Step step, Func<ModelPage, bool> which, out PageId mem)
    {
        var candidates = Model.Pages.Where(page => which(page.Value)).Select(page => page.Key).ToList();
        mem = candidates.Count == 0 ? default : candidates[step.Pick % candidates.Count];
        return !mem.IsNull;
    }

    /// <summary>A key, chosen by the step, under which no page is tabled.</summary>
    public bool HasFreeKey(Step step, out Key key) => HasKey(step, out key) && !Model.Tabled.ContainsKey(key);

    /// <summary>A key, chosen by the step.</summary>
    public bool HasKey(Step step, out Key key)
    {
        var found = HasObject(step, _ => true, out var obj);
        key = new Key(obj, step.Offset);
        return found;
    }

    /// <summary>An object of those asked for, chosen by the step.</summary>
    public bool HasObject(Step step, Func<ModelObject, bool> which, out ObjectId obj)
    {
        var candidates = Model.Objects.Where(entry => which(entry.Value)).Select(entry => entry.Key).ToList();
        obj = candidates.Count == 0 ? default : candidates[step.Pick % candidates.Count];
        return !obj.IsNull;
    }

    public void CreateObject(bool isInternal) => Model.Objects.Add(Vm.Object(isInternal), new ModelObject(isInternal));

    /// <summary>The allocator gives any free page of the highest segment that has one, or none if none has.</summary>
    public void ExpectGrabbed(PageId mem, bool[] available)
    {
        var expected = Array.LastIndexOf(available, true);
        if (mem.IsNull)
        {
            Assert.Equal(-1, expected);
            return;
        }

        Assert.Equal(Place.Free, Model.Pages[mem].Place);
        Assert.Equal(expected, Model.Segments[mem]);
        Model.Grab(mem);
    }

    /// <summary>
    /// Whether each segment that a selector allows has a free block, naturally aligned. Pages in a processor's pool are for its
    /// single pages alone.
    /// </summary>
    public bool[] Available(int order, uint selector) =>
        [.. Enumerable.Range(0, (int)Math.Min(selector + 1, State.SegmentCount)).Select(segment =>
            Model.Segments.Any(entry => entry.Value == segment && HeadsFreeBlock(entry.Key, order)))];

    bool HeadsFreeBlock(PageId mem, int order) =>
        State.Pages[mem].Frame % (1ul << order) == 0
        && Enumerable.Range(0, 1 << order).All(i => IsReachable(new PageId(mem.V + (uint)i), Model.Segments[mem], order));

    bool IsReachable(PageId mem, byte segment, int order) =>
        Model.Pages.TryGetValue(mem, out var page) && page.Place == Place.Free && page.IsReal && Model.Segments[mem] == segment
        && (!FreeLists.IsPool(State.Pages[mem].Order)
            || (order == 0 && State.Pages[mem].Order == FreeLists.PoolOf(KernelThread.Processor)));
}
