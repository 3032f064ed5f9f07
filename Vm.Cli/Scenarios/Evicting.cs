using Vm.Explore;
using Vm.Resident;
using Vm.Vocabulary;

namespace Vm.Cli.Scenarios;

/// <summary>Pages are evicted while pagers and users have to do with them.</summary>
static class Evicting
{
    /// <summary>The pager locks the new object before the page queues. Whoever comes back to the page must not do it the other way round.</summary>
    public static Scenario AgainstUser<TMode>(string name, Action<ResidentModule<TMode>> evict)
        where TMode : struct, ICheckMode => new(
        name, "a page is paged out twice while its pager touches it for the first time", stage =>
        {
            var (world, pagers) = Short<TMode>(stage);
            return world.Play(Pageout(world, evict), new Actor("pager", () =>
            {
                pagers.AwaitCopy();
                world.WithObject(pagers.Copy, () =>
                {
                    var mem = world.Module.Lookup(pagers.Copy, 0);
                    if (mem.IsNull || world[mem].Busy) return;
                    world.WithQueues(() => world.Do($"Activate({mem})", () => world.Module.Activate(mem)));
                });
            }));
        });

    /// <summary>One thread: the pager is done before the call that gives it the page returns.</summary>
    public static Scenario AgainstFastPager<TMode>(string name, Action<ResidentModule<TMode>> evict)
        where TMode : struct, ICheckMode => new(
        name, "a page is to be paged out twice, and its pager is done with it at once", stage =>
        {
            var (world, pagers) = Short<TMode>(stage);
            pagers.Taken = copy => world.Do($"TerminateObject({copy})", () => world.Module.TerminateObject(copy));
            return world.Play(Pageout(world, evict));
        });

    public static Scenario AgainstLookup<TMode>(string name, Action<ResidentModule<TMode>> evict)
        where TMode : struct, ICheckMode => new(
        name, "a page that was used again is chosen while another thread looks it up", stage =>
        {
            var world = new World<TMode>(stage);
            var obj = world.Object();
            var mem = world.Page(obj, 0);
            world.WithObject(obj, () => world.WithQueues(() => world.Module.Deactivate(mem)));
            world[mem].Reference = true;
            return world.Play(
                Pageout(world, evict),
                new Actor("user", () => world.WithObject(obj, () => world.Do("Lookup", () => world.Module.Lookup(obj, 0)))));
        });

    static Actor Pageout<TMode>(World<TMode> world, Action<ResidentModule<TMode>> evict)
        where TMode : struct, ICheckMode => new("pageout", () => world.Do("Evict", () => evict(world.Module)));

    /// <summary>Memory is short, and the only page is a dirty one of an external object.</summary>
    static (World<TMode> World, Pagers Pagers) Short<TMode>(Stage stage)
        where TMode : struct, ICheckMode
    {
        var world = new World<TMode>(stage);
        var pagers = new Pagers(stage);
        world.Module.Pagers = pagers;
        var mem = world.Page(world.Object(isInternal: false), 0, isActive: true);
        world[mem].Dirty = true;
        world.State.AllocPaused = true;
        return (world, pagers);
    }

    /// <summary>Take what they are given; what they do with it is up to the scenario.</summary>
    sealed class Pagers(Stage stage) : IPagers
    {
        public ObjectId Copy { get; private set; }

        public Action<ObjectId> Taken { get; set; } = _ => { };

        public bool IsDefault(ObjectId obj) => false;

        public void DataReturn(ObjectId obj, ulong offset, ObjectId copy, bool isDirty)
        {
            stage.Step("gives the page to its pager");
            if (!Copy.IsNull) return;

            Copy = copy;
            Taken(copy);
        }

        public void AwaitCopy() => stage.Wait("waits for the page", () => !Copy.IsNull);
    }
}
