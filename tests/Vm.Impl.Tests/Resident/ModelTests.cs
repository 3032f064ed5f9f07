using CsCheck;
using Vm.Resident;

namespace Vm.Tests.Resident;

/// <summary>Random operations against sets and dictionaries, in full-check mode.</summary>
public sealed class ModelTests
{
    const int Frames = 12;

    sealed class Model
    {
        public TestModule Vm { get; } = new(Frames, objects: 2);
        public List<ObjectId> Objects { get; }
        public Dictionary<(ObjectId, ulong), PageId> Tabled { get; } = [];
        public HashSet<PageId> Held { get; } = [];
        public Dictionary<PageId, int> Wired { get; } = [];

        public Model() => Objects = [Vm.Object(), Vm.Object(isInternal: false)];

        public PageId Pick(IEnumerable<PageId> pages, int index)
        {
            var list = pages.OrderBy(page => page.V).ToList();
            return list.Count == 0 ? default : list[index % list.Count];
        }
    }

    static readonly Gen<(int Kind, int Index, ulong Offset)> Step =
        Gen.Select(Gen.Int[0, 9], Gen.Int[0, 30], Gen.ULong[0, 6], (kind, index, offset) => (kind, index, offset << 12));

    [Fact]
    public void RandomOperations_AgreeWithDictionaries() =>
        Step.List[0, 60].Sample(steps =>
        {
            var model = new Model();
            foreach (var step in steps) Run(model, step);
        }, iter: 400);

    static void Run(Model model, (int Kind, int Index, ulong Offset) step)
    {
        var vm = model.Vm;
        var obj = model.Objects[step.Index % 2];
        var key = (obj, step.Offset);
        var tabled = model.Pick(model.Tabled.Values, step.Index);
        var held = model.Pick(model.Held, step.Index);
        switch (step.Kind)
        {
            case 0:
                var grabbed = vm.Module.Grab();
                Assert.Equal(model.Tabled.Count + model.Held.Count == Frames, grabbed.IsNull);
                if (!grabbed.IsNull) Assert.True(model.Held.Add(grabbed));
                break;
            case 1 when !model.Tabled.ContainsKey(key):
                var allocated = vm.Alloc(obj, step.Offset);
                Assert.Equal(model.Tabled.Count + model.Held.Count == Frames, allocated.IsNull);
                if (!allocated.IsNull) model.Tabled.Add(key, allocated);
                break;
            case 2 when !held.IsNull && !model.Tabled.ContainsKey(key):
                vm.Insert(held, obj, step.Offset);
                model.Held.Remove(held);
                model.Tabled.Add(key, held);
                break;
            case 3 when !tabled.IsNull:
                vm.Remove(tabled);
                model.Tabled.Remove(model.Tabled.Single(entry => entry.Value == tabled).Key);
                model.Held.Add(tabled);
                break;
            case 4 when !held.IsNull:
                vm.Free(held);
                model.Held.Remove(held);
                model.Wired.Remove(held);
                break;
            case 5 when !tabled.IsNull:
                vm.Free(tabled);
                model.Tabled.Remove(model.Tabled.Single(entry => entry.Value == tabled).Key);
                model.Wired.Remove(tabled);
                break;
            case 6 when !tabled.IsNull:
                vm.Wire(tabled);
                model.Wired[tabled] = model.Wired.GetValueOrDefault(tabled) + 1;
                break;
            case 7 when !tabled.IsNull && model.Wired.GetValueOrDefault(tabled) > 0:
                vm.Unwire(tabled);
                if (--model.Wired[tabled] == 0) model.Wired.Remove(tabled);
                break;
            case 8 when !tabled.IsNull:
                vm.Activate(tabled);
                break;
            case 9 when !tabled.IsNull:
                vm[tabled].Busy = false;
                vm.Deactivate(tabled);
                break;
        }

        Assert.Equal(model.Tabled.GetValueOrDefault(key), vm.Lookup(obj, step.Offset));
        Assert.Equal(model.Wired.Count, vm.State.WireCount);
        Assert.Equal(Frames - model.Tabled.Count - model.Held.Count, vm.FreePages);
    }
}
