using Vm.Vocabulary;

namespace Vm.Tests.Vocabulary;

public sealed class SimpleLockTests
{
    SimpleLock simple;

    [Fact]
    public void Enter_UntilDisposed_IsHeldByThisThreadOnly()
    {
        using (simple.Enter())
        {
            Assert.True(simple.IsHeld);
            Assert.False(OnAnotherThread(() => simple.IsHeld));
            Assert.True(OnAnotherThread(() => simple.IsLocked));
            Assert.False(OnAnotherThread(() => simple.TryAcquire()));
        }

        Assert.False(simple.IsLocked);
    }

    [Fact]
    public void Acquire_Twice_IsRefused()
    {
        simple.Acquire();
        var failure = Assert.Throws<CheckFailedException>(() => simple.Acquire());
        Assert.Equal("LockNotHeld", failure.Clause);
    }

    [Fact]
    public void Release_ByStranger_IsRefused()
    {
        simple.Acquire();
        var failure = OnAnotherThread(() => Assert.Throws<CheckFailedException>(() => simple.Release()));
        Assert.Equal("LockHeld", failure.Clause);
        Assert.True(simple.IsHeld);
    }

    [Fact]
    public void Enter_WhereLocksAreNotChecked_ExcludesAndHasNoOwner()
    {
        using (simple.Enter<Off>())
        {
            Assert.True(simple.IsLocked);
            Assert.False(simple.IsHeld);
            Assert.False(simple.TryAcquire());
            Assert.Equal("LockHeld", Assert.Throws<CheckFailedException>(() => simple.Release()).Clause);
        }

        Assert.False(simple.IsLocked);
        using (simple.Enter<Locks>()) Assert.True(simple.IsHeld);
    }

    [Fact]
    public void Enter_WhereLocksAreNotChecked_RefusesWhoAcquiredIt()
    {
        simple.Acquire();
        Assert.Equal("LockNotHeld", Assert.Throws<CheckFailedException>(() => simple.Enter<Off>()).Clause);
    }

    [Fact]
    public void Acquire_FromFourThreads_ExcludesEachOther()
    {
        const int rounds = 20_000;
        var counter = 0;
        var threads = Enumerable.Range(0, 4).Select(_ => new Thread(() =>
        {
            for (var i = 0; i < rounds; i++)
            {
                using (simple.Enter<Off>()) counter++;
                using (simple.Enter()) counter++;
            }
        })).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        Assert.Equal(2 * 4 * rounds, counter);
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
