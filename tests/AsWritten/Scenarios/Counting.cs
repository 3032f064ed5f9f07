using Vm.Explore;
using Vm.Resident;
using Vm.Vocabulary;

namespace Vm.Cli.Scenarios;

/// <summary>The count of external laundry, which is written under two locks.</summary>
static class Counting
{
    /// <summary>At the end the count is 0 or 1: the page was marked before it began anew, or after.</summary>
    public static Scenario AgainstEvict(string name) => new(
        name, "a page goes to its pager while eviction begins the count anew", stage =>
        {
            var world = new World<Off>(stage);
            var obj = world.Object(isInternal: false);
            var (before, mem) = (world.Page(obj, 0), world.Page(obj, ResidentState.PageSize));
            world.WithObject(obj, () => world.WithQueues(() => world.Module.EnterExternalLaundry(before)));
            return world.Play(
                new Actor("cleaner", () => world.WithObject(obj, () => world.WithQueues(() =>
                    world.Do($"EnterExternalLaundryAsWritten({mem})", () => world.Module.EnterExternalLaundryAsWritten(mem))))),
                new Actor("pageout", () =>
                {
                    // As Evict begins.
                    using (world.State.FreeQueueLock.Enter()) world.State.ExternalLaundryCount = 0;
                })) with
            {
                AtEnd = () => World<Off>.Expect(
                    world.State.ExternalLaundryCount <= 1, "a count that began anew counts no page that was marked before"),
            };
        });
}
