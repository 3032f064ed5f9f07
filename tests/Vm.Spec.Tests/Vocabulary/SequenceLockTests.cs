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
    public void Enter_WhereLocksAreNotChecked_ChangesTheVersionAndHasNoOwner()
    {
        ReadSection read = sequence.BeginRead();
        using (sequence.Enter<Off>())
        {
            Assert.True(sequence.IsLocked);
            Assert.False(sequence.IsHeld);
            Assert.True(sequence.BeginRead().IsStale);
        }

        Assert.False(sequence.IsLocked);
        Assert.True(read.IsStale);
        using (sequence.Enter<Locks>()) Assert.True(sequence.IsHeld);
    }

    [Fact]
    public void Enter_WhereLocksAreNotChecked_RefusesWhoTookItByName()
    {
        using var scope = sequence.Enter();
        Assert.Equal("LockNotHeld", Assert.Throws<CheckFailedException>(() => sequence.Enter<Off>()).Clause);
    }

    [Fact]
    public void IsStale_UnderTheHolder_IsTrue()
    {
        using var scope = sequence.Enter();
        Assert.True(sequence.BeginRead().IsStale);
    }

    [Fact]
    public void IsStale_WithoutAWriter_IsFalse() => Assert.False(sequence.BeginRead().IsStale);

    [Fact]
    public void IsStale_AfterAWriter_IsTrue()
    {
        ReadSection read = sequence.BeginRead();
        using (sequence.Enter()) low++;
        Assert.True(read.IsStale);
        Assert.False(sequence.BeginRead().IsStale);
    }

    [Fact]
    public void IsStale_InModeOff_IsTrueUnderAndAfterAWriter()
    {
        ReadSection read = sequence.BeginRead<Off>();
        Assert.False(read.IsStale);
        using (sequence.Enter<Off>())
        {
            Assert.True(read.IsStale);
            Assert.True(sequence.BeginRead<Off>().IsStale);
        }

        Assert.True(read.IsStale);
        Assert.False(sequence.BeginRead<Off>().IsStale);
    }

    /// <summary>A reading that begins while the lock is held does not count, also if the holder stays the same.</summary>
    [Fact]
    public void IsStale_BegunUnderAWriter_IsTrue()
    {
        var scope = sequence.Enter();
        ReadSection read = sequence.BeginRead();
        scope.Dispose();
        Assert.True(read.IsStale);
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
            var (first, second) = ReadBoth();
            if (first != second) Assert.Fail($"{first} and {second} were never there at one moment");
        }

        Volatile.Write(ref stop, true);
        writers.ForEach(writer => writer.Join());
        Assert.Equal(low, high);
    }

    (long First, long Second) ReadBoth()
    {
        ReadSection read = sequence.BeginRead<Off>();
        var both = (Volatile.Read(ref low), Volatile.Read(ref high));
        if (!read.IsStale) return both;

        using (sequence.Enter()) return (low, high);
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
