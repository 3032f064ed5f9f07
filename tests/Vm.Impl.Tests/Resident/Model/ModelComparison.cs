using Vm.Kernel;
using Vm.Resident;

namespace Vm.Tests.Resident.Model;

/// <summary>Compares all that callers can see of the module with the model.</summary>
static class ModelComparison
{
    public static void Compare(ModelRun run)
    {
        foreach (var (mem, page) in run.Model.Pages) ComparePage(run, mem, page);
        foreach (var (obj, owner) in run.Model.Objects) CompareObject(run, obj, owner);
        CompareQueues(run);
        CompareCounts(run);
    }

    static void ComparePage(ModelRun run, PageId mem, ModelPage page)
    {
        ref Page actual = ref run.State.Pages[mem];
        Same(mem, "free", page.Place == Place.Free, actual.Free);
        Same(mem, "tabled", page.IsTabled, actual.Tabled);
        if (page.IsTabled) Same(mem, "key", page.Key, new Key(actual.Object, actual.Offset));
        Same(mem, "external", page.External, actual.External);
        Same(mem, "active", page.Active == true, actual.Active);
        Same(mem, "inactive", page.Active == false, actual.Inactive);
        Same(mem, "wire count", page.Wired, actual.WireCount);
        Same(mem, "busy", page.Busy, actual.Busy);
        Same(mem, "wanted", page.Wanted, actual.Wanted);
        Same(mem, "waiter", page.Wanted, run.Events.HasWaiter(new(EventKind.Page, mem.V)));
        Same(mem, "absent", page.Absent, actual.Absent);
        Same(mem, "reference", page.Reference, actual.Reference);
        Same(mem, "laundry", page.Laundry, actual.Laundry);
        Same(mem, "fictitious", page.Kind == PageKind.Fictitious, actual.Fictitious);
        Same(mem, "private", page.Kind == PageKind.Private, actual.Private);
    }

    static void CompareObject(ModelRun run, ObjectId obj, ModelObject owner)
    {
        ref MemoryObject actual = ref run.State.Objects[obj];
        SameOrder(obj, "memq", owner.Pages, Walk(run.State, actual.First, mem => run.State.Pages[mem].ListNext));
        Same(obj, "resident pages", owner.Pages.Count, actual.ResidentPageCount);
        Same(obj, "last_alloc", owner.LastAlloc, actual.LastAlloc);
        Same(obj, "absent count", owner.AbsentCount, actual.AbsentCount);
    }

    static void CompareQueues(ModelRun run)
    {
        foreach (var (queue, pages) in run.Model.Queues)
        {
            var first = run.State.Queues[PagingQueues.Of(queue.Segment, queue.Active, queue.External)].First;
            SameOrder(queue, "queue", pages, Walk(run.State, first, mem => run.State.Pages[mem].NodeNext));
        }
    }

    static void CompareCounts(ModelRun run)
    {
        var (model, state) = (run.Model, run.State);
        Same("all", "wired", model.Count(page => page.Wired > 0 && page.IsReal), state.WireCount);
        Same("all", "active", model.Count(page => page.Active == true), state.ActiveCount);
        Same("all", "inactive", model.Count(page => page.Active == false), state.InactiveCount);
        Same("all", "external pages", model.Count(page => page.External), state.ExternalPages);
        Same("all", "free fictitious", model.FreeFictitious.Count, state.FictitiousCount);
        Same("all", "laundry", model.Count(page => page.Laundry), state.LaundryCount);
        Same("all", "external objects", model.Objects.Values.Count(owner => !owner.IsInternal), state.ExternalCount);
    }

    static IEnumerable<PageId> Walk(ResidentState state, PageId first, Func<PageId, PageId> next)
    {
        var steps = 0;
        for (var mem = first; !mem.IsNull && steps++ <= state.Pages.Count; mem = next(mem)) yield return mem;
    }

    static void SameOrder(object subject, string what, List<PageId> expected, IEnumerable<PageId> actual)
    {
        if (!expected.SequenceEqual(actual))
            Assert.Fail($"{subject}: {what}: expected {string.Join(", ", expected)}; was {string.Join(", ", actual)}");
    }

    static void Same<TSubject, T>(TSubject subject, string what, T expected, T actual)
    {
        if (!EqualityComparer<T>.Default.Equals(expected, actual))
            Assert.Fail($"{subject}: {what}: expected {expected}, was {actual}");
    }
}
