using Vm.Vocabulary;

namespace Vm.Explore.Tests;

/// <summary>Two locks and what they guard.</summary>
sealed class Toy
{
    public SimpleLock A;
    public SimpleLock B;
    public int Count;

    public Toy()
    {
        A.Watch(LockClass.Of(ToyLock.A, isOfRows: false));
        B.Watch(LockClass.Of(ToyLock.B, isOfRows: false));
    }
}

[LockOrder]
enum ToyLock { A, B }

/// <summary>Scenarios whose schedules can be counted by hand.</summary>
static class Toys
{
    /// <summary>Threads of so many steps that nobody waits for.</summary>
    public static Scenario Free(params int[] steps) => new("free", "threads that do not meet", stage =>
        new Play([.. steps.Select((count, i) => new Actor($"{i + 1}", () =>
        {
            for (var step = 1; step < count; step++) stage.Step("goes on");
        }))]));

    /// <summary>Two threads that take two locks, in one order or in opposite ones.</summary>
    public static Scenario Nested(bool opposite, bool checksOrder = false) => new("nested", "two threads take two locks", _ =>
    {
        var toy = new Toy();
        return new Play(new Actor("first", () => TakeBoth(ref toy.A, ref toy.B)), new Actor("second", () =>
        {
            if (opposite) TakeBoth(ref toy.B, ref toy.A);
            else TakeBoth(ref toy.A, ref toy.B);
        }))
        { ChecksOrder = checksOrder };
    });

    /// <summary>Two threads count up, under a lock or not.</summary>
    public static Scenario Counting(bool isLocked) => new("counting", "two threads count up", stage =>
    {
        var toy = new Toy();
        return new Play(new Actor("first", CountUp), new Actor("second", CountUp))
        {
            AtEnd = () => Expect(toy.Count == 2, "both have counted"),
        };

        void CountUp()
        {
            if (!isLocked)
            {
                Add();
                return;
            }

            using (toy.A.Enter()) Add();
        }

        void Add()
        {
            var count = toy.Count;
            stage.Step("has read the count");
            toy.Count = count + 1;
        }
    });

    /// <summary>A thread waits for another, which tells it, or tells it only if it waits already.</summary>
    public static Scenario Telling(bool onlyWhoWaits) => new("telling", "a thread waits to be told", stage =>
    {
        var (isWaiting, isTold) = (false, false);
        return new Play(
            new Actor("waiter", () =>
            {
                stage.Step("begins to wait");
                isWaiting = true;
                stage.Wait("waits to be told", () => isTold);
            }),
            new Actor("teller", () =>
            {
                stage.Step("tells");
                isTold = isWaiting || !onlyWhoWaits;
            }));
    });

    /// <summary>A thread that is never done.</summary>
    public static Scenario Endless() => new("endless", "a thread goes on and on", stage => new Play(new Actor("one", () =>
    {
        while (true) stage.Step("goes on");
    })));

    public static void Expect(bool condition, string sentence)
    {
        if (!condition) throw new CheckFailedException("toy", "toy", sentence);
    }

    static void TakeBoth(ref SimpleLock outer, ref SimpleLock inner)
    {
        using (outer.Enter())
        using (inner.Enter())
        {
        }
    }
}
