using System.Text.Json;
using System.Text.RegularExpressions;
using Vm.Cli.Scenarios;
using Vm.Explore;
using Vm.Vocabulary;

namespace Vm.Cli.Tests;

/// <summary>The module's operations on several threads: as they are shipped none fails, as they were written all do.</summary>
public sealed partial class ExploreTests : IDisposable
{
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("vm-explore-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void Explore_AllScenarios_KeepTheCatalogue()
    {
        var result = Cli.Run("explore", "--bound", "2", "--format", "json");
        var report = JsonDocument.Parse(result.Output).RootElement;

        Assert.Equal(0, result.ExitCode);
        Assert.Equal(0, report.GetProperty("failing").GetInt32());
        Assert.Equal(ShippedScenarios.All.Count, report.GetProperty("total").GetInt32());
        Assert.All(report.GetProperty("scenarios").EnumerateArray(), scenario => Assert.True(scenario.GetProperty("schedules").GetInt64() > 0));
    }

    [Fact]
    public void Explore_OneScenario_SaysHowManySchedules()
    {
        var result = Cli.Run("explore", "rename-rename", "--bound", "0");
        Assert.Equal(0, result.ExitCode);
        Assert.Equal("1 scenario, 2 schedules with at most 0 preemptions, 0 failing", result.LastLine);
    }

    [Fact]
    public void Explore_AsWritten_FailsEachAndReplaysIt()
    {
        var result = Cli.Run("explore", "--as-written");
        Assert.Equal(0, result.ExitCode);

        var again = AgainLine().Matches(result.Output);
        Assert.Equal(6, again.Count);
        foreach (Match line in again)
        {
            var file = Path.Combine(folder.FullName, line.Groups["name"].Value);
            File.WriteAllText(file, line.Groups["schedule"].Value);
            var replayed = Cli.Run("explore", line.Groups["name"].Value, "--as-written", "--replay", file);
            Assert.Equal(1, replayed.ExitCode);
            Assert.Contains(WithoutPlaces(replayed.Output).Trim(), WithoutPlaces(result.Output), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Replay_ScheduleThatDoesNotFail_IsWell()
    {
        var result = Cli.Run("explore", "evict-order", "--replay", "1*20");
        Assert.Equal(0, result.ExitCode);
        Assert.Equal("evict-order: the schedule does not fail", result.LastLine);
    }

    /// <summary>The must-fail twin of the callers' rule that objects are locked in the order of their numbers.</summary>
    [Fact]
    public void Explore_ObjectsLockedInAnyOrder_Deadlocks()
    {
        var failure = Explorer.Explore(Tabling.RenameAgainstRename<Locks>("careless", inOrder: false), 1).Failure;
        Assert.Equal(FailureKind.Deadlock, failure!.Kind);
        Assert.Equal("there takes Object of object 2; back takes Object of object 1: nobody can go on", failure.Message);
    }

    /// <summary>The clauses on locks are looked at while schedules run.</summary>
    [Fact]
    public void Explore_LookupThatHoldsNoLock_IsStopped()
    {
        var scenario = new Scenario("careless", "a page is looked up with nothing locked", stage =>
        {
            var world = new World<Locks>(stage);
            var obj = world.Object();
            return world.Play(new Actor("reader", () => world.Module.Lookup(obj, 0)));
        });
        var failure = Explorer.Explore(scenario, 0).Failure;
        Assert.Equal(FailureKind.Stopped, failure!.Kind);
        Assert.Contains("MustHold(Object, obj)", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Explore_UnknownScenario_IsRefusedWithTheScenarios() =>
        Cli.Run("explore", "convert").ShouldRefuse(2, "vm: ", "no scenario convert", "convert-waiter");

    [Fact]
    public void Replay_WithoutScenario_IsRefused() => Cli.Run("explore", "--replay", "1*2").ShouldRefuse(2, "vm: ", "--replay");

    [Theory]
    [InlineData("1 x", "'x'")]
    [InlineData("3", "step 1")]
    public void Replay_WrongSchedule_IsRefused(string schedule, string says) =>
        Cli.Run("explore", "rename-rename", "--replay", schedule).ShouldRefuse(2, "vm: rename-rename", says);

    /// <summary>A call that was inlined meanwhile has no place of its own on the stack.</summary>
    static string WithoutPlaces(string output) => PlaceText().Replace(output, "");

    [GeneratedRegex(@", [^,()\n]+\.cs\(\d+\)")]
    private static partial Regex PlaceText();

    [GeneratedRegex("again: vm explore (?<name>[a-z-]+) --as-written --replay '(?<schedule>[0-9* ]+)'")]
    private static partial Regex AgainLine();
}
