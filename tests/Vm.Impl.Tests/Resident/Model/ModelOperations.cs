using static Vm.Tests.Resident.Model.ModelRun;

namespace Vm.Tests.Resident.Model;

/// <summary>Every operation of the module, done on both sides, and the steps that callers take between them.</summary>
static partial class ModelOperations
{
    public static readonly ModelOperation[] All =
        [.. TableOperations, .. AllocationOperations, .. FictitiousOperations, .. PagingOperations, .. WaitingOperations, .. CallerSteps];

    static ModelOperation[] TableOperations =>
    [
        new("Insert", (run, step) =>
            run.Has(step, page => page is { Place: Place.Held, Absent: false }, out var mem) && run.HasFreeKey(step, out var key)
            && Do(() => run.Vm.Insert(mem, key.Object, key.Offset), () => run.Model.Insert(mem, key))),

        new("Replace", (run, step) =>
            run.Has(step, page => page is { Place: Place.Held, Absent: false }, out var mem) && run.HasKey(step, out var key)
            && Do(() => run.Vm.Replace(mem, key.Object, key.Offset), () => run.Model.Replace(mem, key))),

        new("Remove", (run, step) =>
            run.Has(step, page => page is { IsTabled: true, Absent: false }, out var mem)
            && Do(() => run.Vm.Remove(mem), () => run.Model.Remove(mem))),

        new("Rename", (run, step) =>
            run.Has(step, page => page is { IsTabled: true, Absent: false }, out var mem) && run.HasFreeKey(step, out var key)
            && Do(() => run.Vm.Rename(mem, key.Object, key.Offset), () => run.Model.Rename(mem, key))),

        new("Lookup", (run, step) =>
        {
            if (!run.HasKey(step, out var key)) return false;
            Assert.Equal(run.Model.Tabled.GetValueOrDefault(key), run.Vm.Lookup(key.Object, key.Offset));
            return true;
        }),

        new("LookupLocked", (run, step) =>
        {
            if (!run.HasKey(step, out var key)) return false;
            Assert.Equal(run.Model.Tabled.GetValueOrDefault(key), run.Vm.LookupLocked(key.Object, key.Offset));
            return true;
        }),

        new("Info", (run, step) =>
        {
            var counts = new uint[run.State.Buckets.Count];
            Assert.Equal((uint)counts.Length, run.Vm.Module.Info(counts));
            Assert.Equal(run.Model.Tabled.Count, counts.Sum(count => count));
            return true;
        }),

        new("Print", (run, step) =>
        {
            if (!run.Has(step, _ => true, out var mem)) return false;
            var page = run.Model.Pages[mem];
            var words = run.Vm.Module.Print(mem).Split(' ', ',');
            Assert.Equal(page.IsTabled, !words.Contains("not_tabled"));
            Assert.Equal(page.Place == Place.Free, words.Contains("free"));
            Assert.Equal(page.Kind == PageKind.Fictitious, words.Contains("fictitious"));
            Assert.Contains(page.Active switch { true => "active", false => "inactive", null => "loose" }, words);
            return true;
        }),

        new("CreateObject", (run, step) =>
        {
            if (run.Model.Objects.Count == run.State.Objects.Count) return false;
            run.CreateObject(isInternal: step.Pick % 2 == 0);
            return true;
        }),

        new("DestroyObject", (run, step) =>
            run.HasObject(step, owner => owner is { Pages.Count: 0, AbsentCount: 0, AbsentWanted: false }, out var obj)
            && Do(() => run.Vm.Module.DestroyObject(obj), () => run.Model.Objects.Remove(obj))),
    ];
}
