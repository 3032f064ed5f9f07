using Vm.Resident;

namespace Vm.Tests.Resident.Model;

/// <summary>
/// The module as its callers think of it: which page is where, in what order lists stand, who waits. Lists, dictionaries
/// and nothing of how the module does it. Which free page an allocation gets is the module's choice.
/// </summary>
class ResidentModel
{
    public const ulong PageSize = ResidentState.PageSize;

    public Dictionary<PageId, ModelPage> Pages { get; } = [];

    public Dictionary<ObjectId, ModelObject> Objects { get; } = [];

    public Dictionary<Key, PageId> Tabled { get; } = [];

    /// <summary>The paging queues: segment, whether of active pages, whether of external ones.</summary>
    public Dictionary<(byte Segment, bool Active, bool External), List<PageId>> Queues { get; } = [];

    /// <summary>The fictitious pages that are free, the one freed last on top.</summary>
    public Stack<PageId> FreeFictitious { get; } = [];

    /// <summary>The blocks that a caller has, by their first pages.</summary>
    public Dictionary<PageId, int> Blocks { get; } = [];

    /// <summary>The segment of each real page.</summary>
    public Dictionary<PageId, byte> Segments { get; } = [];

    public int Count(Func<ModelPage, bool> which) => Pages.Values.Count(which);

    public void AddReal(PageId mem, byte segment, bool free)
    {
        Segments[mem] = segment;
        Pages[mem] = new ModelPage(PageKind.Real, free ? Place.Free : Place.Reserved);
    }

    public void AddFictitious(PageId mem)
    {
        Pages[mem] = new ModelPage(PageKind.Fictitious, Place.Free);
        FreeFictitious.Push(mem);
    }

    public void Grab(PageId mem) => Pages[mem].Place = Place.Held;

    public void Release(PageId mem)
    {
        var page = Pages[mem];
        page.Clear();
        page.Place = Place.Free;
        if (page.IsReal) return;
        page.Kind = PageKind.Fictitious;
        FreeFictitious.Push(mem);
    }

    public void Insert(PageId mem, Key key)
    {
        Enter(mem, key);
        var owner = Objects[key.Object];
        if (key.Offset == unchecked(owner.LastAlloc + PageSize)
            && Tabled.TryGetValue(key with { Offset = owner.LastAlloc }, out var last) && !Pages[last].Busy)
        {
            Deactivate(last);
        }

        owner.LastAlloc = key.Offset;
    }

    public void Replace(PageId mem, Key key)
    {
        if (Tabled.TryGetValue(key, out var old)) Free(old);
        Enter(mem, key);
    }

    void Enter(PageId mem, Key key)
    {
        var page = Pages[mem];
        (page.Place, page.Key, page.External) = (Place.Tabled, key, !Objects[key.Object].IsInternal);
        Tabled.Add(key, mem);
        Objects[key.Object].Pages.Add(mem);
    }

    public void Remove(PageId mem)
    {
        QueuesRemove(mem);
        var page = Pages[mem];
        Tabled.Remove(page.Key);
        Objects[page.Key.Object].Pages.Remove(mem);
        (page.Place, page.External) = (Place.Held, false);
    }

    public void Rename(PageId mem, Key key)
    {
        Remove(mem);
        Insert(mem, key);
    }

    public void Free(PageId mem)
    {
        var page = Pages[mem];
        if (page.Absent) ReleaseAbsent(page.Key.Object);
        if (page.IsTabled) Remove(mem);
        Release(mem);
    }

    public void Convert(PageId mem, PageId real)
    {
        var (old, key) = (Pages[mem], Pages[mem].Key);
        Remove(mem);
        Pages[real] = old with { Kind = PageKind.Real, Wanted = false };
        Release(mem);
        Insert(real, key);
    }

    public void Wire(PageId mem)
    {
        QueuesRemove(mem);
        Pages[mem].Wired++;
    }

    public virtual void Unwire(PageId mem)
    {
        var page = Pages[mem];
        if (--page.Wired == 0 && page.IsReal) Enqueue(mem, active: true);
    }

    public void Activate(PageId mem)
    {
        QueuesRemove(mem);
        if (IsPageable(mem)) Enqueue(mem, active: true);
    }

    public void Deactivate(PageId mem)
    {
        var page = Pages[mem];
        if (page.Active == true || (page.Active == false && page.Reference))
        {
            page.Reference = false;
            QueuesRemove(mem);
        }

        if (IsPageable(mem) && page.Active is null) Enqueue(mem, active: false);
    }

    public void QueuesRemove(PageId mem)
    {
        if (Pages[mem].Active is null) return;
        QueueOf(mem).Remove(mem);
        Pages[mem].Active = null;
    }

    public void ReleaseAbsent(ObjectId obj)
    {
        Objects[obj].AbsentCount--;
        Objects[obj].AbsentWanted = false;
    }

    bool IsPageable(PageId mem) => Pages[mem] is { Wired: 0, IsReal: true };

    void Enqueue(PageId mem, bool active)
    {
        var page = Pages[mem];
        page.Active = active;
        if (active) page.Reference = true;
        QueueOf(mem).Add(mem);
    }

    List<PageId> QueueOf(PageId mem)
    {
        var queue = (Segments[mem], Pages[mem].Active!.Value, Pages[mem].External);
        return Queues.TryGetValue(queue, out var pages) ? pages : Queues[queue] = [];
    }
}
