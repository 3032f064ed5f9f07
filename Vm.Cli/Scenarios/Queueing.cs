using Vm.Explore;
using Vm.Resident;
using Vm.Vocabulary;

namespace Vm.Cli.Scenarios;

/// <summary>A page is taken off the paging queues, or put on them, while it goes away.</summary>
static class Queueing
{
    public static Scenario FreeAgainstWire<TMode>(string name)
        where TMode : struct, ICheckMode => new(
        name, "a page is freed while another thread wires it, if it is there, and unwires it", stage =>
        {
            var world = new World<TMode>(stage);
            var obj = world.Object();
            var mem = world.Page(obj, 0, isActive: true);
            return world.Play(
                new Actor("freer", () => world.WithObject(obj, () => world.WithQueues(() =>
                    world.Do($"Free({mem})", () => world.Module.Free(mem))))),
                new Actor("wirer", () =>
                {
                    world.WithObject(obj, () => IfThere(world, obj, "Wire", world.Module.Wire));
                    world.WithObject(obj, () => IfThere(world, obj, "Unwire", world.Module.Unwire));
                }));
        });

    public static Scenario FreeAgainstActivate<TMode>(string name)
        where TMode : struct, ICheckMode => new(
        name, "a page is freed while another thread that has locked the queues alone activates it, if it is there", stage =>
        {
            var world = new World<TMode>(stage);
            var obj = world.Object();
            var mem = world.Page(obj, 0);
            return world.Play(
                new Actor("freer", () => world.WithObject(obj, () => world.WithQueues(() =>
                    world.Do($"Free({mem})", () => world.Module.Free(mem))))),
                new Actor("activator", () => world.WithQueues(() =>
                {
                    if (world[mem].Tabled) world.Do($"Activate({mem})", () => world.Module.Activate(mem));
                })));
        });

    /// <summary>The third thread makes the freed frame another page's.</summary>
    public static Scenario EvictAgainstFree<TMode>(string name)
        where TMode : struct, ICheckMode => new(
        name, "pages are evicted while another thread frees one of them and allocates anew", stage =>
        {
            var world = new World<TMode>(stage);
            var (obj, other) = (world.Object(), world.Object(isInternal: false));
            var mem = world.Page(obj, 0, isActive: true);
            world.Page(other, 0, isActive: true);
            return world.Play(
                new Actor("pageout", () => world.Do("Evict", () => world.Module.Evict(out _))),
                new Actor("user", () => world.WithObject(obj, () =>
                {
                    if (world.Module.Lookup(obj, 0) == mem) world.WithQueues(() => world.Do($"Free({mem})", () => world.Module.Free(mem)));
                    world.Do($"Alloc({obj})", () => world.Module.Alloc(obj, 0));
                })));
        });

    static void IfThere<TMode>(World<TMode> world, ObjectId obj, string operation, Action<PageId> act)
        where TMode : struct, ICheckMode
    {
        var mem = world.Module.Lookup(obj, 0);
        if (!mem.IsNull) world.WithQueues(() => world.Do($"{operation}({mem})", () => act(mem)));
    }
}
