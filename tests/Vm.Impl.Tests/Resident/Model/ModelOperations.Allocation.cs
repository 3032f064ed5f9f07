using Vm.Kernel;
using Vm.Resident;
using static Vm.Tests.Resident.Model.ModelRun;

namespace Vm.Tests.Resident.Model;

static partial class ModelOperations
{
    const uint DirectMap = 2;

    static ModelOperation[] AllocationOperations =>
    [
        new("Grab", (run, step) =>
        {
            var available = run.Available(order: 0, DirectMap);
            run.ExpectGrabbed(run.Vm.Module.Grab(), available);
            return true;
        }),

        new("GrabPhysAddr", (run, step) =>
        {
            var available = run.Available(order: 0, DirectMap);
            var address = run.Vm.Module.GrabPhysAddr();
            var mem = address == ulong.MaxValue
                ? default
                : run.Model.Segments.Keys.Single(page => run.State.Pages[page].Frame * ResidentModel.PageSize == address);
            run.ExpectGrabbed(mem, available);
            return true;
        }),

        new("Alloc", (run, step) =>
        {
            if (!run.HasFreeKey(step, out var key)) return false;
            var available = run.Available(order: 0, DirectMap);
            var mem = run.Vm.Alloc(key.Object, key.Offset);
            run.ExpectGrabbed(mem, available);
            if (!mem.IsNull) run.Model.Insert(mem, key);
            return true;
        }),

        new("GrabContig", (run, step) =>
        {
            var (order, selector) = (1 + step.Pick % 2, (uint)step.Pick % 4);
            var available = run.Available(order, selector);
            var first = run.Vm.Module.GrabContig(SizeOf(order), selector);
            run.ExpectGrabbed(first, available);
            if (first.IsNull) return true;
            run.Model.Blocks.Add(first, order);
            foreach (var mem in PagesOf(first, order)) run.Model.Pages[mem].Place = Place.InBlock;
            return true;
        }),

        new("FreeContig", (run, step) =>
        {
            if (run.Model.Blocks.Count == 0) return false;
            var (first, order) = run.Model.Blocks.ElementAt(step.Pick % run.Model.Blocks.Count);
            run.Vm.Module.FreeContig(first, SizeOf(order));
            run.Model.Blocks.Remove(first);
            foreach (var mem in PagesOf(first, order)) run.Model.Release(mem);
            return true;
        }),

        new("Release", (run, step) =>
            run.Has(step, page => page is { Place: Place.Held, IsReal: true, IsPristine: true }, out var mem)
            && Do(() => run.Vm.Module.Release(mem, false, false), () => run.Model.Release(mem))),

        new("Free", (run, step) =>
            run.Has(step, page => page.Place is Place.Held or Place.Tabled, out var mem)
            && Do(() => run.Vm.Free(mem), () => run.Model.Free(mem))),

        new("Manage", (run, step) =>
            run.Has(step, page => page.Place == Place.Reserved, out var mem)
            && Do(() => run.Vm.Module.Manage(mem), () => run.Model.Release(mem))),

        new("Init", (run, step) =>
            run.Has(step, page => page is { Place: Place.Held, IsReal: true, Wired: 0, Wanted: false, Laundry: false }, out var mem)
            && Do(() => run.Vm.Module.Init(mem), run.Model.Pages[mem].Clear)),

        new("ZeroFill", (run, step) =>
        {
            if (!run.Has(step, page => page is { Place: Place.Held or Place.Tabled, IsReal: true }, out var mem)) return false;
            run.Contents[run.State.Pages[mem].Frame] = step.Pick;
            run.Vm.Module.ZeroFill(mem);
            Assert.Equal(0, run.Contents[run.State.Pages[mem].Frame]);
            return true;
        }),

        new("Copy", (run, step) =>
        {
            if (!run.Has(step, page => page is { Place: Place.Held or Place.Tabled, IsReal: true }, out var source)) return false;
            if (!run.Has(step with { Pick = step.Pick + 1 }, page => page is { Place: Place.Held, IsReal: true }, out var destination)) return false;
            run.Contents[run.State.Pages[source].Frame] = step.Pick;
            run.Vm.Module.Copy(source, destination);
            Assert.Equal(step.Pick, run.Contents[run.State.Pages[destination].Frame]);
            return true;
        }),

        new("run on another processor", (run, step) =>
        {
            KernelThread.Processor = (uint)step.Pick % 2;
            return true;
        }),
    ];

    static ulong SizeOf(int order) => ResidentModel.PageSize << order;

    static IEnumerable<PageId> PagesOf(PageId first, int order) =>
        Enumerable.Range(0, 1 << order).Select(i => new PageId(first.V + (uint)i));
}
