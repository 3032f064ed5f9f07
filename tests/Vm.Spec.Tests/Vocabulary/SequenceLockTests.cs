using Vm.Vocabulary;

namespace Vm.Tests.Vocabulary;

public sealed class SequenceLockTests
{
    SequenceLock sequence;
    long low;
    long high;

    [Fact]
    public void Enter_UntilDisposed_IsHeldByThisThreadOnly()
    {
        using (sequence.Enter())
        {
            Assert.True(sequence.IsHeld);
            Assert.False(OnAnotherThread(() => sequence.IsHeld));
            Assert.True(OnAnotherThread(() => sequence.IsLocked));
        }

        Assert.False(sequence.IsLocked);
    }

    [Fact]
    public void Enter_Twice_IsRefused()
    {
        using var scope = sequence.Enter();
        Assert.Equal("LockNotHeld", Assert.Throws<CheckFailedException>(() => sequence.Enter()).Clause);
    }

    [Fact]
    public void BeginRead_ByTheHolder_IsRefused()
    {
        using var scope = sequence.Enter();
        Assert.Equal("LockNotHeld", Assert.Throws<CheckFailedException>(() => sequence.BeginRead()).Clause);
    }

    [Fact]
    public void MustRepeat_WithoutAWriter_IsFalse()
    {
        ReadSection read = sequence.BeginRead();
        Assert.False(read.MustRepeat());
    }

    [Fact]
    public void MustRepeat_AfterAWriter_IsTrueOnce()
    {
        ReadSection read = sequence.BeginRead();
        using (sequence.Enter()) low++;
        Assert.True(read.MustRepeat());
        Assert.False(read.MustRepeat());
    }

    /// <summary>Two writers keep two numbers equal while they hold the lock, and unequal in between.</summary>
    [Fact]
    public void Read_UnderWriters_SeesOneMoment()
    {
        var stop = false;
        var writers = Enumerable.Range(0, 2).Select(_ => new Thread(() =>
        {
            while (!Volatile.Read(ref stop))
            {
                using (sequence.Enter())
                {
                    Volatile.Write(ref low, low + 1);
                    Volatile.Write(ref high, high + 1);
                }
            }
        })).ToList();
        writers.ForEach(writer => writer.Start());

        for (var i = 0; i < 20_000; i++)
        {
            long first, second;
            ReadSection read = sequence.BeginRead();
            do (first, second) = (Volatile.Read(ref low), Volatile.Read(ref high));
            while (read.MustRepeat());
            if (first != second) Assert.Fail($"{first} and {second} were never there at one moment");
        }

        Volatile.Write(ref stop, true);
        writers.ForEach(writer => writer.Join());
        Assert.Equal(low, high);
    }

    static T OnAnotherThread<T>(Func<T> action)
    {
        T result = default!;
        var thread = new Thread(() => result = action());
        thread.Start();
        thread.Join();
        return result;
    }
}
