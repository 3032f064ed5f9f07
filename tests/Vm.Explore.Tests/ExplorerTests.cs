namespace Vm.Explore.Tests;

public sealed class ExplorerTests
{
    /// <summary>
    /// Two threads of two steps: both orders; in addition each of them interrupted once; in addition both in turns.
    /// Of three threads of one step, all orders, without a preemption.
    /// </summary>
    [Theory]
    [InlineData(0, 2, 2, 2)]
    [InlineData(1, 4, 2, 2)]
    [InlineData(2, 6, 2, 2)]
    [InlineData(9, 6, 2, 2)]
    [InlineData(0, 6, 1, 1, 1)]
    [InlineData(0, 1, 3)]
    [InlineData(1, 5, 3, 2)]
    public void Explore_ThreadsThatDoNotMeet_RunsAsManySchedulesAsCountedByHand(int bound, int expected, params int[] steps)
    {
        var result = Explorer.Explore(Toys.Free(steps), bound);
        Assert.Equal(expected, result.Schedules);
        Assert.Equal(expected * steps.Sum(), result.Steps);
        Assert.Null(result.Failure);
    }

    [Fact]
    public void Explore_LocksInOneOrder_FindsNoFailure() => Assert.Null(Explorer.Explore(Toys.Nested(opposite: false), 3).Failure);

    [Fact]
    public void Explore_LocksInOppositeOrders_FindsTheDeadlockAndReplaysIt()
    {
        var failure = Explorer.Explore(Toys.Nested(opposite: true), 2).Failure;

        Assert.Equal(FailureKind.Deadlock, failure!.Kind);
        Assert.Equal("first takes B; second takes A: nobody can go on", failure.Message);
        Assert.Equal("1*2 2*2", failure.Schedule.ToString());
        Assert.Equal(["begins", "takes A", "begins", "takes B"], failure.Steps.Select(step => step.Action));
        Assert.All(failure.Steps.Where(step => step.Action != "begins"), step => Assert.StartsWith("Toys.cs(", step.Place, StringComparison.Ordinal));

        var again = Explorer.Replay(Toys.Nested(opposite: true), Schedule.Parse(failure.Schedule.ToString()));
        Assert.Equal((failure.Kind, failure.Message), (again!.Kind, again.Message));
        Assert.Equal(failure.Steps, again.Steps);
    }

    [Fact]
    public void Explore_LocksInOppositeOrdersWithoutPreemption_FindsNothing() =>
        Assert.Null(Explorer.Explore(Toys.Nested(opposite: true), 0).Failure);

    [Fact]
    public void Explore_LocksAgainstTheOrder_StopsAtTheCheckOfTheOrder()
    {
        var failure = Explorer.Explore(Toys.Nested(opposite: true, checksOrder: true), 0).Failure;
        Assert.Equal(FailureKind.Stopped, failure!.Kind);
        Assert.Equal("second: Lock.Acquire: LockOrder: A is taken before B, not while B is held", failure.Message);
    }

    [Fact]
    public void Explore_CountingWithoutALock_FindsTheLostUpdate()
    {
        var failure = Explorer.Explore(Toys.Counting(isLocked: false), 3).Failure;
        Assert.Equal(FailureKind.Broken, failure!.Kind);
        Assert.Equal("at the end: toy: toy: both have counted", failure.Message);
        Assert.Equal("1 2*2 1", failure.Schedule.ToString());
    }

    [Fact]
    public void Explore_CountingUnderALock_FindsNoFailure() => Assert.Null(Explorer.Explore(Toys.Counting(isLocked: true), 3).Failure);

    [Fact]
    public void Explore_WaiterThatIsTold_FindsNoFailure() => Assert.Null(Explorer.Explore(Toys.Telling(onlyWhoWaits: false), 2).Failure);

    [Fact]
    public void Explore_WaiterThatIsToldBeforeItWaits_IsLeftAsleep()
    {
        var failure = Explorer.Explore(Toys.Telling(onlyWhoWaits: true), 2).Failure;
        Assert.Equal(FailureKind.Asleep, failure!.Kind);
        Assert.Equal("waiter waits to be told: nobody can go on", failure.Message);
    }

    [Fact]
    public void Explore_ThreadThatIsNeverDone_IsEndless() =>
        Assert.Equal(FailureKind.Endless, Explorer.Explore(Toys.Endless(), 0).Failure!.Kind);

    [Fact]
    public void Explore_ScenarioThatChanges_IsRefused()
    {
        var round = 0;
        var scenario = new Scenario("changing", "it is another one each time", stage =>
        {
            round++;
            return (round == 1 ? Toys.Free(2, 2) : Toys.Free(2, 2, 1)).Set(stage);
        });
        Assert.Throws<InvalidOperationException>(() => Explorer.Explore(scenario, 2));
    }

    [Fact]
    public void Replay_ThreadThatCannotGoOn_IsRefused()
    {
        var wrong = Assert.Throws<ScheduleException>(() => Explorer.Replay(Toys.Nested(opposite: true), Schedule.Parse("1*9")));
        Assert.Contains("step 6 is not thread 1's: those that can go on are 2", wrong.Message, StringComparison.Ordinal);
    }
}
