using Vm.Explore;
using Vm.Vocabulary;

namespace Vm.Cli.Scenarios;

/// <summary>Threads wait for pages and objects.</summary>
static class Waiting
{
    public static Scenario WaitAgainstWakeup<TMode>(string name)
        where TMode : struct, ICheckMode => new(
        name, "two threads wait for a page that a third one is done with", stage =>
        {
            var world = new World<TMode>(stage);
            var obj = world.Object();
            var mem = world.Page(obj, 0, isBusy: true);
            return world.Play(
                new Actor("fault", () => world.WithObject(obj, () => world.Do($"PageWakeupDone({mem})", () => world.Module.PageWakeupDone(mem)))),
                new Actor("waiter", () => world.Do("wait for the page", () => world.AwaitPage(obj, 0))),
                new Actor("another", () => world.Do("wait for the page", () => world.AwaitPage(obj, 0))));
        });

    public static Scenario FreeAgainstWaiter<TMode>(string name)
        where TMode : struct, ICheckMode => new(
        name, "a page in transit is freed while another thread waits for it", stage =>
        {
            var world = new World<TMode>(stage);
            var obj = world.Object();
            var mem = world.Page(obj, 0, isBusy: true);
            return world.Play(
                new Actor("freer", () => world.WithObject(obj, () => world.WithQueues(() => world.Do($"Free({mem})", () => world.Module.Free(mem))))),
                new Actor("waiter", () => world.Do("wait for the page", () => world.AwaitPage(obj, 0))));
        });

    public static Scenario TerminateAgainstLookup<TMode>(string name)
        where TMode : struct, ICheckMode => new(
        name, "an object ends while another thread pages and looks for its page", stage =>
        {
            var world = new World<TMode>(stage);
            var obj = world.Object();
            world.Page(obj, 0, isActive: true);
            return world.Play(
                new Actor("ender", () => world.Do($"TerminateObject({obj})", () => world.Module.TerminateObject(obj))),
                new Actor("pager", () =>
                {
                    var isAlive = false;
                    world.WithObject(obj, () =>
                    {
                        isAlive = world.State.Objects[obj].Alive;
                        if (isAlive) world.Do($"PagingBegin({obj})", () => world.Module.PagingBegin(obj));
                    });
                    if (!isAlive) return;

                    world.WithObject(obj, () =>
                    {
                        world.Do("Lookup", () => World<TMode>.Expect(!world.Module.Lookup(obj, 0).IsNull, "an object keeps its pages while it is paged"));
                        world.Do($"PagingEnd({obj})", () => world.Module.PagingEnd(obj));
                    });
                }));
        });
}
