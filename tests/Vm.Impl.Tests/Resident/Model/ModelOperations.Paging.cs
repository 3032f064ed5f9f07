using static Vm.Tests.Resident.Model.ModelRun;

namespace Vm.Tests.Resident.Model;

static partial class ModelOperations
{
    static ModelOperation[] PagingOperations =>
    [
        new("Wire", (run, step) =>
            run.Has(step, page => page.Place is Place.Held or Place.Tabled, out var mem)
            && Do(() => run.Vm.Wire(mem), () => run.Model.Wire(mem))),

        new("Unwire", (run, step) =>
            run.Has(step, page => page is { IsTabled: true, Wired: > 0 }, out var mem)
            && Do(() => run.Vm.Unwire(mem), () => run.Model.Unwire(mem))),

        new("Activate", (run, step) =>
            run.Has(step, page => page.IsTabled, out var mem)
            && Do(() => run.Vm.Activate(mem), () => run.Model.Activate(mem))),

        new("Deactivate", (run, step) =>
            run.Has(step, page => page.IsTabled, out var mem)
            && Do(() => run.Vm.Deactivate(mem), () => run.Model.Deactivate(mem))),

        new("QueuesRemove", (run, step) =>
            run.Has(step, page => page.IsTabled, out var mem)
            && Do(() => run.Vm.QueuesRemove(mem), () => run.Model.QueuesRemove(mem))),
    ];
}
