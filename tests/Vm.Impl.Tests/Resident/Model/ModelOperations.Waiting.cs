using Vm.Kernel;
using static Vm.Tests.Resident.Model.ModelRun;

namespace Vm.Tests.Resident.Model;

static partial class ModelOperations
{
    /// <summary><c>VM_OBJECT_EVENT_ABSENT_COUNT</c>.</summary>
    const uint AbsentCountEvent = 3;

    static ModelOperation[] WaitingOperations =>
    [
        new("PageAssertWait", (run, step) =>
            run.Has(step, page => page is { IsTabled: true, Busy: true }, out var mem)
            && Do(() => run.Vm.PageAssertWait(mem), () => run.Model.Pages[mem].Wanted = true)),

        new("PageWakeup", (run, step) =>
            run.Has(step, page => page.IsTabled, out var mem)
            && Do(() => run.Vm.PageWakeup(mem), () => run.Model.Pages[mem].Wanted = false)),

        new("PageWakeupDone", (run, step) =>
            run.Has(step, page => page.IsTabled, out var mem)
            && Do(
                () => run.Vm.PageWakeupDone(mem),
                () => (run.Model.Pages[mem].Busy, run.Model.Pages[mem].Wanted) = (false, false))),

        new("ObjectAssertWait", (run, step) =>
            run.HasObject(step, owner => owner.AbsentCount > 0, out var obj)
            && Do(() => run.Vm.ObjectAssertWait(obj, AbsentCountEvent), () => run.Model.Objects[obj].AbsentWanted = true)),

        new("AbsentRelease", (run, step) =>
        {
            if (!run.Has(step, page => page is { IsTabled: true, Absent: true }, out var mem)) return false;
            var obj = run.Model.Pages[mem].Key.Object;
            run.Vm.AbsentRelease(mem);
            run.Model.Pages[mem].Absent = false;
            run.Model.ReleaseAbsent(obj);
            Assert.False(run.Events.HasWaiter(new(EventKind.Object, obj.V * 8 + AbsentCountEvent)));
            return true;
        }),
    ];

    static ModelOperation[] CallerSteps =>
    [
        new("mark busy", (run, step) =>
            run.Has(step, page => page.IsTabled, out var mem)
            && Do(() => run.Vm[mem].Busy = true, () => run.Model.Pages[mem].Busy = true)),

        new("ask for data", (run, step) =>
            run.Has(step, page => page is { IsTabled: true, Absent: false }, out var mem)
            && Do(
                () =>
                {
                    run.Vm[mem].Absent = true;
                    run.State.Objects[run.Vm[mem].Object].AbsentCount++;
                },
                () =>
                {
                    run.Model.Pages[mem].Absent = true;
                    run.Model.Objects[run.Model.Pages[mem].Key.Object].AbsentCount++;
                })),

        new("start cleaning", (run, step) =>
            run.Has(step, page => page is { IsTabled: true, IsReal: true, Laundry: false }, out var mem)
            && Do(
                () =>
                {
                    run.Vm[mem].Laundry = true;
                    run.State.LaundryCount++;
                },
                () => run.Model.Pages[mem].Laundry = true)),

        new("use", (run, step) =>
            run.Has(step, page => page.IsTabled, out var mem)
            && Do(() => run.Vm[mem].Reference = true, () => run.Model.Pages[mem].Reference = true)),
    ];
}
