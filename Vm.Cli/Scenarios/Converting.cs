using Vm.Explore;
using Vm.Resident;
using Vm.Vocabulary;

namespace Vm.Cli.Scenarios;

/// <summary>A placeholder becomes a real page while somebody waits for it.</summary>
static class Converting
{
    public static Scenario AgainstWaiter<TMode>(string name, Func<ResidentModule<TMode>, PageId, PageId> convert)
        where TMode : struct, ICheckMode => new(
        name, "a page in transit is converted and done with, while another thread waits for it", stage =>
        {
            var world = new World<TMode>(stage);
            var obj = world.Object();
            var mem = world.Placeholder(obj, 0);
            return world.Play(
                new Actor("fault", () =>
                {
                    PageId real = default;
                    world.WithObject(obj, () => world.Do($"Convert({mem})", () => real = convert(world.Module, mem)));
                    world.WithObject(obj, () => world.Do($"PageWakeupDone({real})", () => world.Module.PageWakeupDone(real)));
                }),
                new Actor("waiter", () => world.Do("wait for the page", () => World<TMode>.Expect(!world.AwaitPage(obj, 0).IsNull, "the page is found"))));
        });

    /// <summary>The page behind the placeholder is the one that was allocated last, so converting deactivates it.</summary>
    public static Scenario AgainstActivate<TMode>(string name, Func<ResidentModule<TMode>, PageId, PageId> convert)
        where TMode : struct, ICheckMode => new(
        name, "a page is converted and the page before it deactivated, while another thread activates that", stage =>
        {
            var world = new World<TMode>(stage);
            var obj = world.Object();
            var mem = world.Placeholder(obj, ResidentState.PageSize);
            var last = world.Page(obj, 0, isActive: true);
            return world.Play(
                new Actor("fault", () => world.WithObject(obj, () => world.Do($"Convert({mem})", () => convert(world.Module, mem)))),
                new Actor("user", () => world.WithQueues(() => world.Do($"Activate({last})", () => world.Module.Activate(last)))));
        });
}
