using Vm.Explore;
using Vm.Kernel;
using Vm.Resident;
using Vm.Vocabulary;

namespace Vm.Cli.Scenarios;

/// <summary>Processors take pages and give them back.</summary>
static class Allocating
{
    public static Scenario GrabAgainstRelease<TMode>(string name)
        where TMode : struct, ICheckMode => new(
        name, "two processors take pages off the free list and give them back", stage =>
        {
            var world = new World<TMode>(stage);
            return world.Play(new Actor("first", () => TakeAndGive(world, 0)), new Actor("second", () => TakeAndGive(world, 1)));
        });

    public static Scenario FictitiousPages<TMode>(string name)
        where TMode : struct, ICheckMode => new(
        name, "three threads take fictitious pages and give them back", stage =>
        {
            var world = new World<TMode>(stage);
            return world.Play([.. Enumerable.Range(1, 3).Select(i => new Actor($"thread {i}", () =>
            {
                PageId mem = default;
                world.Do("GrabFictitious", () => mem = world.Module.GrabFictitious());
                world.Do($"ReleaseFictitious({mem})", () => world.Module.ReleaseFictitious(mem));
            }))]);
        });

    static void TakeAndGive<TMode>(World<TMode> world, uint processor)
        where TMode : struct, ICheckMode
    {
        KernelThread.Processor = processor;
        PageId mem = default;
        world.Do("Grab", () => mem = world.Module.Grab());
        World<TMode>.Expect(!mem.IsNull, "there are pages for both");
        world.Do($"Release({mem})", () => world.Module.Release(mem, laundry: false, externalLaundry: false));
    }
}
