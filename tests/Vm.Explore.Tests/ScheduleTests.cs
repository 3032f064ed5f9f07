namespace Vm.Explore.Tests;

public sealed class ScheduleTests
{
    [Fact]
    public void Parse_WhatWasPrinted_IsTheSame()
    {
        Schedule schedule = new([0, 0, 0, 1, 0, 2, 2]);
        Assert.Equal("1*3 2 1 3*2", schedule.ToString());
        Assert.Equal(schedule.Threads, Schedule.Parse(schedule.ToString()).Threads);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("1*0")]
    [InlineData("1*2*3")]
    [InlineData("1 x")]
    [InlineData("1*")]
    [InlineData("-1")]
    [InlineData("99999999999")]
    public void Parse_SomethingElse_IsRefused(string text) => Assert.Throws<FormatException>(() => Schedule.Parse(text));
}
