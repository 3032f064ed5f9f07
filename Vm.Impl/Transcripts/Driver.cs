using System.Text.Json.Nodes;
using Vm.Kernel;
using Vm.Resident;
using Vm.Vocabulary;

namespace Vm.Transcripts;

/// <summary>Calls the component as the recorded driver called the original, with the locks that a correct caller holds.</summary>
sealed class Driver(ResidentModule<Full> module, Names names, EventRecorder events)
{
    readonly ResidentState s = module.State;

    /// <summary>The component.</summary>
    public ResidentModule<Full> Module => module;

    /// <summary>Performs a recorded operation and gives its result as a transcript has it.</summary>
    public JsonNode? Perform(RecordedOperation recorded) =>
        recorded.Operation.Perform(this, new Arguments(recorded.Arguments, names));

    /// <summary>A page's name as a result; null for no page.</summary>
    public JsonNode? NameOf(PageId mem) => names.Of(mem);

    /// <summary>Calls with an object locked.</summary>
    public T WithObject<T>(ObjectId obj, Func<T> call)
    {
        using (s.Objects[obj].Lock.Enter()) return call();
    }

    /// <summary>Calls with an object locked.</summary>
    public void WithObject(ObjectId obj, Action call)
    {
        using (s.Objects[obj].Lock.Enter()) call();
    }

    /// <summary>Calls with an object and the page queues locked.</summary>
    public void WithObjectAndQueues(ObjectId obj, Action call) => WithObject(obj, () => WithQueues(call));

    /// <summary>Calls with the object of the page locked, if it has one.</summary>
    public void WithOwner(PageId mem, Action<PageId> call)
    {
        if (s.Pages[mem].Object.IsNull) call(mem);
        else WithObject(s.Pages[mem].Object, () => call(mem));
    }

    /// <summary>Calls with the page queues locked, and the object of the page if it has one.</summary>
    public void WithOwnerAndQueues(PageId mem, Action<PageId> call) =>
        WithOwner(mem, owned => WithQueues(() => call(owned)));

    void WithQueues(Action call)
    {
        using (s.PageQueuesLock.Enter()) call();
    }

    /// <summary>Renames a page with its old object and the new one locked.</summary>
    public void Rename(Action<PageId, ObjectId, ulong> rename, PageId mem, ObjectId newObject, ulong newOffset)
    {
        var oldObject = s.Pages[mem].Object;
        if (oldObject.IsNull || oldObject == newObject)
        {
            using (s.Objects[newObject].Lock.Enter()) rename(mem, newObject, newOffset);
            return;
        }

        using (s.Objects[oldObject].Lock.Enter())
        using (s.Objects[newObject].Lock.Enter())
        {
            rename(mem, newObject, newOffset);
        }
    }

    /// <summary>Converts a fictitious page with its object locked.</summary>
    public JsonObject Convert(Func<PageId, PageId> convert, PageId mem)
    {
        var obj = s.Pages[mem].Object;
        var real = obj.IsNull ? convert(mem) : WithObject(obj, () => convert(mem));
        return new JsonObject { ["converted"] = !real.IsNull, ["mem"] = NameOf(real.IsNull ? mem : real) };
    }

    /// <summary>Grabs a page by its address. The address itself is the allocator's choice.</summary>
    public JsonNode GrabPhysAddr()
    {
        var address = module.GrabPhysAddr();
        if (address == ulong.MaxValue) return -1;
        return new JsonObject { ["page"] = events.NameOfFrame(address / ResidentState.PageSize) };
    }

    /// <summary>Grabs a block. Its frames are the allocator's choice.</summary>
    public JsonObject? GrabContig(ulong size, uint selector)
    {
        var first = module.GrabContig(size, selector);
        if (first.IsNull) return null;

        var count = events.PagesOfBlock(first);
        return new JsonObject
        {
            ["first"] = NameOf(first),
            ["last"] = NameOf(new PageId(first.V + count - 1)),
            ["count"] = count,
        };
    }

    /// <summary>Gives the allocator the page of a frame, which has no name because it was never handed out.</summary>
    public void Manage(Action<PageId> manage, Node frame) =>
        manage(events.PageOfFrame(frame.Number()) ?? throw frame.NotA("a frame of one of the segments in the header"));

    /// <summary>
    /// Counts the pages of the buckets. How many buckets there are, and so how many a caller's buffer receives, is a choice
    /// of the hash table; in all buckets together there are as many pages in any.
    /// </summary>
    public JsonObject Info(ulong count)
    {
        var counts = new uint[Math.Min(count, (ulong)s.Buckets.Count)];
        module.Info(counts);
        var isWhole = counts.Length == 0 || counts.Length == s.Buckets.Count;
        return isWhole ? new JsonObject { ["total"] = counts.Sum(n => n) } : [];
    }

    /// <summary>Makes an object and names it.</summary>
    public string CreateObject(bool isInternal, ulong size) => names.Objects.Give('o', module.CreateObject(isInternal, size));

    /// <summary>Sets the privilege of the only thread.</summary>
    public static void SetPrivilege(ulong privilege) => KernelThread.VmPrivilege = privilege != 0;

    /// <summary>Makes the stores that the module's callers make by themselves.</summary>
    public void Set(Node writes)
    {
        foreach (var write in writes.Items().Select(StateWrite.Of)) write.Store(s, names);
    }
}
