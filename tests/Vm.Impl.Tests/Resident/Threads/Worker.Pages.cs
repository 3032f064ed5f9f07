using Vm.Resident;

namespace Vm.Tests.Resident.Threads;

sealed partial class Worker<TMode>
{
    /// <summary><c>VM_OBJECT_EVENT_ABSENT_COUNT</c>.</summary>
    const uint AbsentCountEvent = 3;

    void TakePage()
    {
        var fictitious = random.Next(4) == 0;
        var mem = fictitious ? module.GrabFictitious() : module.Grab();
        if (mem.IsNull) return;
        held.Add(mem);
        Did(fictitious ? "GrabFictitious" : "Grab");
    }

    void GivePageBack()
    {
        if (held.Count == 0) return;
        var mem = TakeFrom(held);
        if (s.Pages[mem].Fictitious && ResidentInvariants.IsTemplate(s, mem))
        {
            module.ReleaseFictitious(mem);
            Did("ReleaseFictitious");
        }
        else if (ResidentInvariants.IsTemplate(s, mem))
        {
            module.Release(mem, laundry: false, externalLaundry: false);
            Did("Release");
        }
        else
        {
            UnderQueues("Free", () => module.Free(mem));
        }
    }

    /// <summary>Puts a page under a key of a locked object that has none there. It stays busy until the thread ends its transit.</summary>
    void Enter(ObjectId obj, ulong offset)
    {
        PageId mem;
        if (held.Count > 0 && random.Next(2) == 0)
        {
            mem = TakeFrom(held);
            UnderQueues("Insert", () => module.Insert(mem, obj, offset));
        }
        else
        {
            mem = module.Alloc(obj, offset);
            if (mem.IsNull) return;
            Did("Alloc");
        }

        if (s.Pages[mem].Busy) busy.Add(mem);
    }

    /// <summary>Does something with a page that is not busy, of a locked object.</summary>
    void Use(PageId mem)
    {
        var (obj, offset) = (s.Pages[mem].Object, s.Pages[mem].Offset);
        switch (random.Next(10))
        {
            case 0:
                UnderQueues("Wire", () => module.Wire(mem));
                break;
            case 1 when s.Pages[mem].WireCount > 0:
                UnderQueues("Unwire", () => module.Unwire(mem));
                break;
            case 2:
                UnderQueues("Activate", () => module.Activate(mem));
                break;
            case 3:
                UnderQueues("Deactivate", () => module.Deactivate(mem));
                break;
            case 4:
                UnderQueues("Free", () => module.Free(mem));
                break;
            case 5:
                UnderQueues("Remove", () => module.Remove(mem));
                held.Add(mem);
                break;
            case 6 when held.Count > 0:
                var other = TakeFrom(held);
                UnderQueues("Replace", () => module.Replace(other, obj, offset));
                if (s.Pages[other].Busy) busy.Add(other);
                break;
            case 7 when s.Pages[mem].Fictitious:
                if (!module.Convert(mem).IsNull) Did("Convert");
                break;
            case 8:
                s.Pages[mem].Busy = true;
                busy.Add(mem);
                Did("mark busy");
                break;
            case 9:
                (s.Pages[mem].Busy, s.Pages[mem].Absent) = (true, true);
                s.Objects[obj].AbsentCount++;
                busy.Add(mem);
                Did("ask for data");
                break;
        }
    }

    void UnderQueues(string operation, Action action)
    {
        rules.Acquire(ref s.PageQueuesLock, ResidentLock.PageQueues);
        try
        {
            action();
            Did(operation);
        }
        finally
        {
            rules.Release(ref s.PageQueuesLock, ResidentLock.PageQueues);
        }
    }
}
