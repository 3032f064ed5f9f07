using Vm.Resident;
using Vm.Vocabulary;
using static Vm.Tests.Resident.Model.ModelRun;

namespace Vm.Tests.Resident.Model;

static partial class ModelOperations
{
    static ModelOperation[] FictitiousOperations =>
    [
        new("MoreFictitious", (run, step) =>
        {
            if (run.Slabs == 0) return false;
            var first = (uint)(run.State.Pages.Count - run.Slabs) + 1;
            run.Slabs -= ResidentModule<Full>.FictitiousQuantum;
            run.Vm.Module.MoreFictitious();
            for (var i = 0u; i < ResidentModule<Full>.FictitiousQuantum; i++) run.Model.AddFictitious(new PageId(first + i));
            return true;
        }),

        new("GrabFictitious", (run, step) =>
        {
            var mem = run.Vm.Module.GrabFictitious();
            Assert.Equal(run.Model.FreeFictitious.TryPop(out var expected) ? expected : default, mem);
            if (!mem.IsNull) run.Model.Grab(mem);
            return true;
        }),

        new("ReleaseFictitious", (run, step) =>
            run.Has(step, page => page is { Place: Place.Held, Kind: PageKind.Fictitious, IsPristine: true }, out var mem)
            && Do(() => run.Vm.Module.ReleaseFictitious(mem), () => run.Model.Release(mem))),

        new("MakeFictitious", (run, step) =>
            run.Has(step, page => page is { Place: Place.Held, IsReal: false, Wanted: false, Laundry: false }, out var mem)
            && Do(() => run.Vm.Module.MakeFictitious(mem), () => run.Model.Release(mem))),

        new("Convert", (run, step) =>
        {
            if (!run.Has(step, page => page is { IsTabled: true, Kind: PageKind.Fictitious }, out var mem)) return false;
            var available = run.Available(order: 0, DirectMap);
            var real = run.Vm.Convert(mem);
            run.ExpectGrabbed(real, available);
            if (!real.IsNull) run.Model.Convert(mem, real);
            return true;
        }),

        new("give memory of a device", (run, step) =>
            run.Has(step, page => page is { Place: Place.Held, Kind: PageKind.Fictitious }, out var mem)
            && Do(
                () => (run.Vm[mem].Fictitious, run.Vm[mem].Private, run.Vm[mem].Frame) = (false, true, 0x1000 + step.Offset),
                () => run.Model.Pages[mem].Kind = PageKind.Private)),
    ];
}
