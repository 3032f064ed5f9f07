using System.Reflection;
using Vm.Resident;
using Vm.Vocabulary;

namespace Vm.Tests.Resident;

/// <summary>The must-fail twins of the catalogue: each invariant notices the damage that it is there for.</summary>
public sealed class CatalogueTests
{
    readonly TestModule vm = new();
    readonly ObjectId obj;
    readonly PageId tabled;

    public CatalogueTests()
    {
        obj = vm.Object();
        tabled = vm.Alloc(obj, 4096);
    }

    static readonly Dictionary<string, Action<CatalogueTests>> Damages = new()
    {
        ["TabledInChain"] = t => t.vm.State.Buckets[ResidentHash.Hash(t.vm.State, t.obj, 4096)].First = default,
        ["TabledInMemq"] = t => t.vm.State.Objects[t.obj].Last = default,
        ["TabledHasObject"] = t => t.vm[t.tabled].Free = true,
        ["UniqueKey"] = t => t.vm[t.vm.Alloc(t.obj, 8192)].Offset = 4096,
        ["ResidentCount"] = t => t.vm.State.Objects[t.obj].ResidentPageCount++,
        ["AbsentCount"] = t => t.vm[t.tabled].Absent = true,
        ["NoOrphanedWaiter"] = t => t.vm[t.tabled].Awaited = true,
        ["WireCount"] = t => t.vm.State.WireCount++,
        ["FreePristine"] = t => t.vm[t.FreePage].Dirty = true,
        ["FreeCount"] = t => t.vm.State.Segments[new SegmentId(0)].FreeCount++,
        ["FreeListed"] = t => t.vm.State.FreeLists[FreeLists.At(0, 2)].First = default,
        ["FreeListSize"] = t => t.vm.State.FreeLists[FreeLists.Fictitious()].Size++,
        ["FreeType"] = t => t.vm[t.tabled].Type = PageType.Free,
        ["FictitiousCount"] = t => t.vm.State.FictitiousCount++,
        ["SegmentActiveCount"] = t => t.vm.State.Segments[new SegmentId(0)].ActiveCount++,
        ["SegmentInactiveCount"] = t => t.vm.State.Segments[new SegmentId(0)].InactiveCount++,
        ["FreeInBlock"] = t => t.vm[t.FreePage].Free = false,
        ["SegmentPageIsReal"] = t => t.vm[t.tabled].Private = true,
        ["FictitiousAddress"] = t => t.vm[t.tabled].Frame = Page.FictitiousFrame,
        ["QueueExclusive"] = t => (t.vm[t.tabled].Active, t.vm[t.tabled].Inactive) = (true, true),
        ["QueueListed"] = t => t.vm[t.tabled].Active = true,
        ["ActiveCount"] = t => t.vm.State.ActiveCount++,
        ["InactiveCount"] = t => t.vm.State.InactiveCount++,
        ["ExternalTabled"] = t => t.vm[t.tabled].External = true,
        ["ExternalCount"] = t => t.vm.State.ExternalPages--,
        ["LaundryCount"] = t => t.vm[t.tabled].Laundry = true,
        ["ExternalLaundryCount"] = t => t.vm.State.ExternalLaundryCount++,
    };

    PageId FreePage => vm.State.Pages.Last(p => vm[p].Free && vm[p].Order == Page.Unlisted);

    public static TheoryData<string> Names => [.. Catalogue.Select(method => method.Name)];

    static IEnumerable<MethodInfo> Catalogue =>
        typeof(ResidentInvariants).GetMethods().Where(method => method.IsDefined(typeof(InvariantAttribute)));

    [Theory]
    [MemberData(nameof(Names))]
    public void Invariant_Damaged_IsNoticed(string name)
    {
        Assert.True(Holds(name));
        Damages[name](this);
        Assert.False(Holds(name));
        Assert.Throws<CheckFailedException>(() => vm.Module.CheckInvariants());
    }

    bool Holds(string name)
    {
        var method = typeof(ResidentInvariants).GetMethod(name)!;
        var row = method.GetParameters().ElementAtOrDefault(1)?.ParameterType;
        IEnumerable<object?[]> arguments =
            row == typeof(PageId) ? vm.State.Pages.Select(p => new object?[] { vm.State, p })
            : row == typeof(SegmentId) ? vm.State.Segments.Select(g => new object?[] { vm.State, g })
            : row == typeof(FreeListId) ? vm.State.FreeLists.Select(k => new object?[] { vm.State, k })
            : row == typeof(ObjectId) ? vm.State.Objects.Select(o => new object?[] { vm.State, o })
            : [[vm.State]];
        return arguments.All(values => (bool)method.Invoke(null, values)!);
    }
}
