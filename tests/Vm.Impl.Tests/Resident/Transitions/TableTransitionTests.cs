using System.Text;
using Vm.Resident;

namespace Vm.Tests.Resident.Transitions;

/// <summary>The operations of the virtual-to-physical table.</summary>
public sealed class TableTransitionTests : TransitionStory
{
    [Fact]
    public Task Insert()
    {
        Case("into an internal object", vm =>
        {
            var (mem, obj) = (vm.Module.Grab(), vm.Object());
            return () => vm.Insert(mem, obj, 8192);
        });
        Case("into an external object", vm =>
        {
            var (mem, obj) = (vm.Module.Grab(), vm.Object(isInternal: false));
            return () => vm.Insert(mem, obj, 8192);
        });
        Case("behind the page inserted last, which is active and not busy: it is deactivated", vm =>
        {
            var obj = vm.Object();
            var last = vm.Alloc(obj, 4096);
            vm.Activate(last);
            vm.PageWakeupDone(last);
            var mem = vm.Module.Grab();
            return () => vm.Insert(mem, obj, 8192);
        });
        return Verified();
    }

    [Fact]
    public Task Replace()
    {
        Case("where there is no page", vm =>
        {
            var (mem, obj) = (vm.Module.Grab(), vm.Object());
            return () => vm.Replace(mem, obj, 4096);
        });
        Case("where there is an active page: it is freed", vm =>
        {
            var obj = vm.Object();
            var old = vm.Alloc(obj, 4096);
            vm.Activate(old);
            var mem = vm.Module.Grab();
            return () => vm.Replace(mem, obj, 4096);
        });
        return Verified();
    }

    [Fact]
    public Task Remove()
    {
        Case("the only page of an external object, active", vm =>
        {
            var mem = vm.Alloc(vm.Object(isInternal: false), 0);
            vm.Activate(mem);
            return () => vm.Remove(mem);
        });
        Case("the middle one of three pages, wired: it stays wired", vm =>
        {
            var obj = vm.Object();
            vm.Alloc(obj, 0);
            var mem = vm.Alloc(obj, 4096);
            vm.Alloc(obj, 8192);
            vm.Wire(mem);
            return () => vm.Remove(mem);
        });
        return Verified();
    }

    [Fact]
    public Task Lookup()
    {
        Case("a key that has a page", vm =>
        {
            var obj = vm.Object();
            vm.Alloc(obj, 4096);
            return () => Result(vm.Lookup(obj, 4096));
        });
        Case("a key that has none", vm =>
        {
            var obj = vm.Object();
            return () => Result(vm.Lookup(obj, 4096));
        });
        return Verified();
    }

    [Fact]
    public Task LookupLocked()
    {
        Case("a key that has a page", vm =>
        {
            var obj = vm.Object();
            vm.Alloc(obj, 4096);
            return () => Result(vm.LookupLocked(obj, 4096));
        });
        Case("a key that has none", vm =>
        {
            var obj = vm.Object();
            return () => Result(vm.LookupLocked(obj, 4096));
        });
        return Verified();
    }

    [Fact]
    public Task BucketLength()
    {
        Case("of a page that is alone in its bucket", vm =>
        {
            var obj = vm.Object();
            var mem = vm.Alloc(obj, 4096);
            return () => Result(vm.Module.BucketLength(ResidentHash.Hash(vm.State, obj, vm[mem].Offset)));
        });
        return Verified();
    }

    [Fact]
    public Task PrintPage()
    {
        Case("of a page that is tabled and in transit", vm =>
        {
            var mem = vm.Alloc(vm.Object(), 4096);
            return () =>
            {
                var line = new StringBuilder();
                vm.Module.PrintPage(line, mem);
                Result(line);
            };
        });
        return Verified();
    }

    [Fact]
    public Task Info()
    {
        Case("two pages in neighbouring buckets", vm =>
        {
            var obj = vm.Object();
            vm.Alloc(obj, 0);
            vm.Alloc(obj, 4096);
            return () =>
            {
                var counts = new uint[4];
                Result(vm.Module.Info(counts));
                Result(string.Join(' ', counts));
            };
        });
        return Verified();
    }

    [Fact]
    public Task Rename()
    {
        Case("an active page, within its object", vm =>
        {
            var obj = vm.Object();
            var mem = vm.Alloc(obj, 0);
            vm.Activate(mem);
            return () => vm.Rename(mem, obj, 12288);
        });
        Case("from an internal to an external object", vm =>
        {
            var mem = vm.Alloc(vm.Object(), 0);
            var other = vm.Object(isInternal: false);
            return () => vm.Rename(mem, other, 8192);
        });
        Case("an absent page, for whose object somebody waits, to another object", vm =>
        {
            var obj = vm.Object();
            var mem = vm.Alloc(obj, 0);
            vm[mem].Absent = true;
            vm.State.Objects[obj].AbsentCount++;
            vm.ObjectAssertWait(obj, 3);
            var other = vm.Object();
            return () => vm.Rename(mem, other, 8192);
        });
        return Verified();
    }
}
