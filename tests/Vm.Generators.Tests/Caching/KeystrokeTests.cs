using Microsoft.CodeAnalysis;
using Vm.Generators.Tests.Harness;
using Xunit.Abstractions;

namespace Vm.Generators.Tests.Caching;

/// <summary>
/// What an editor waits for after each key: the generator on the whole component, without the outputs that only a build needs. Processor time is
/// taken, which what else the machine does changes little, so no other test may run beside.
/// </summary>
[Collection(nameof(AloneCollection))]
public class KeystrokeTests(ITestOutputHelper output)
{
    const string File = "Vm.Impl/Resident/Insert.cs";
    const string Typed = "owner.LastAlloc = offset;";
    const int Warming = 5;
    const int Keys = 25;

    /// <summary>Far above what is measured, which CONTRIBUTING has, and far below what is felt as a stop: it notices a pipeline that caches nothing.</summary>
    static readonly TimeSpan bound = TimeSpan.FromMilliseconds(500);

    [Fact]
    public void Key_InABody_IsAnsweredAtOnce()
    {
        var driver = TestProject.CreateEditorDriver().RunGenerators(RealSources.Impl.Sources);
        var times = new List<TimeSpan>();
        for (var key = 0; key < Warming + Keys; key++)
        {
            var sources = RealSources.Impl.Edit(File, text => text.Replace(Typed, $"owner.LastAlloc = offset + {key};")).Sources;
            var before = Environment.CpuUsage.TotalTime;
            driver = driver.RunGenerators(sources);
            if (key >= Warming) times.Add(Environment.CpuUsage.TotalTime - before);
        }

        times.Sort();
        output.WriteLine($"a key: {times[0].TotalMilliseconds:0.0} ms at best, {times[Keys / 2].TotalMilliseconds:0.0} ms typically, {times[^1].TotalMilliseconds:0.0} ms at worst");
        Assert.InRange(times[Keys / 2], TimeSpan.Zero, bound);
        Assert.NotEmpty(driver.GetRunResult().Results.SelectMany(result => result.GeneratedSources));
    }
}

/// <summary>Tests that measure.</summary>
[CollectionDefinition(nameof(AloneCollection), DisableParallelization = true)]
public sealed class AloneCollection;
