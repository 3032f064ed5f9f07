using Vm.Resident;

namespace Vm.Tests.Resident.Transitions;

/// <summary>The operations of the processors' pools. The pool of four frames holds one page.</summary>
public sealed class PoolTransitionTests : TransitionStory
{
    static readonly SegmentId Only = new(0);

    static T Locked<T>(TestModule vm, Func<T> operation)
    {
        using (vm.State.FreeQueueLock.Enter()) return operation();
    }

    static void Locked(TestModule vm, Action operation)
    {
        using (vm.State.FreeQueueLock.Enter()) operation();
    }

    [Fact]
    public Task PopPool()
    {
        Case("the pool has a page", vm =>
        {
            Locked(vm, () => vm.Module.FillPool(Only, 0));
            return () => Result(Locked(vm, () => vm.Module.PopPool(Only, 0)));
        });
        Case("the pool is empty", vm => () => Result(Locked(vm, () => vm.Module.PopPool(Only, 0))));
        return Verified();
    }

    [Fact]
    public Task FillPool()
    {
        Case("a page of the free blocks", vm => () => Locked(vm, () => vm.Module.FillPool(Only, 0)));
        return Verified();
    }

    [Fact]
    public Task DrainPool()
    {
        Case("its page goes back to the free blocks", vm =>
        {
            Locked(vm, () => vm.Module.FillPool(Only, 0));
            return () => Locked(vm, () => vm.Module.DrainPool(Only, 0));
        });
        return Verified();
    }
}
