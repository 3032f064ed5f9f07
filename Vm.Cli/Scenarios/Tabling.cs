using Vm.Explore;
using Vm.Resident;
using Vm.Vocabulary;

namespace Vm.Cli.Scenarios;

/// <summary>The table from virtual to physical pages is changed while it is read.</summary>
static class Tabling
{
    public static Scenario ReplaceAgainstLookup<TMode>(string name)
        where TMode : struct, ICheckMode => new(
        name, "a page is replaced while another thread looks up a key of the same hash chain", stage =>
        {
            var world = new World<TMode>(stage);
            var (obj, other) = (world.Object(), world.Object());
            var neighbour = world.Page(other, world.InChainOf(other, obj, 0));
            world.Page(obj, 0);
            var mem = world.Module.Grab();
            return world.Play(
                new Actor("replacer", () => world.WithObject(obj, () => world.WithQueues(() =>
                    world.Do($"Replace({mem})", () => world.Module.Replace(mem, obj, 0))))),
                new Actor("reader", () => world.WithObject(other, () => world.Do("Lookup", () => World<TMode>.Expect(
                    world.Module.Lookup(other, world[neighbour].Offset) == neighbour, "a page that stays is found")))));
        });

    public static Scenario InsertAgainstInsert<TMode>(string name)
        where TMode : struct, ICheckMode => new(
        name, "pages of two objects enter the same hash chain", stage =>
        {
            var world = new World<TMode>(stage);
            var (obj, other) = (world.Object(), world.Object(isInternal: false));
            var offset = world.InChainOf(other, obj, 0);
            return world.Play(
                new Actor("first", () => Alloc(world, obj, 0)),
                new Actor("second", () => Alloc(world, other, offset)));
        });

    /// <summary>Both objects are locked in the order of their numbers; careless callers begin with the page's.</summary>
    public static Scenario RenameAgainstRename<TMode>(string name, bool inOrder = true)
        where TMode : struct, ICheckMode => new(
        name, "two pages change places between two objects", stage =>
        {
            var world = new World<TMode>(stage);
            var (obj, other) = (world.Object(), world.Object());
            var (mem, mate) = (world.Page(obj, 0), world.Page(other, ResidentState.PageSize));
            return world.Play(
                new Actor("there", () => world.WithObjects(obj, other, () => Rename(world, mem, other))),
                new Actor("back", () => world.WithObjects(inOrder ? obj : other, inOrder ? other : obj, () => Rename(world, mate, obj))));
        });

    static void Alloc<TMode>(World<TMode> world, ObjectId obj, ulong offset)
        where TMode : struct, ICheckMode =>
        world.WithObject(obj, () => world.Do($"Alloc({obj})", () => world.Module.Alloc(obj, offset)));

    static void Rename<TMode>(World<TMode> world, PageId mem, ObjectId target)
        where TMode : struct, ICheckMode =>
        world.Do($"Rename({mem}, {target})", () => world.Module.Rename(mem, target, world[mem].Offset));
}
