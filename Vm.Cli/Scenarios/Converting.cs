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
}
