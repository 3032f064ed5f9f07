using Vm.Resident;

namespace Vm.Transcripts;

/// <summary>The component's state as the transcripts record it, and what an operation changed in it. Only what has a name is looked at.</summary>
sealed class Snapshot(ResidentState state, Names names)
{
    static readonly Page Template = new() { Busy = true };
    static readonly Page FictitiousTemplate = new() { Busy = true, Frame = Page.FictitiousFrame };

    readonly Dictionary<PageId, Page> pages = [];
    readonly Dictionary<ObjectId, (MemoryObject Row, string[] Memq)> objects = [];
    readonly Dictionary<string, string> globals = GlobalFields.All.All.ToDictionary(
        field => field.Name, field => field.TextOf(in state, names));

    /// <summary>The values that differ from those at the last call. Names of pages that are free now end, and of objects not alive.</summary>
    public List<Change> TakeChanges()
    {
        var changes = new List<Change>();
        foreach (var (mem, name) in names.Pages.InForce.ToArray()) AddPage(mem, name, changes);
        foreach (var (obj, name) in names.Objects.InForce.ToArray()) AddObject(obj, name, changes);
        foreach (var field in GlobalFields.All.All) AddGlobal(field, changes);
        return changes;
    }

    void AddPage(PageId mem, string name, List<Change> changes)
    {
        var isFictitious = name[0] == PageFields.FictitiousLetter;
        var before = pages.GetValueOrDefault(mem, isFictitious ? FictitiousTemplate : Template);
        ref Page after = ref state.Pages[mem];
        foreach (var field in PageFields.Of(name).All)
        {
            if (IsChanged(field, in before, in after)) changes.Add(new Change(name, field.Name, field.TextOf(in after, names)));
        }

        if (after.Free && !isFictitious)
        {
            names.Pages.End(mem);
            pages.Remove(mem);
        }
        else
        {
            pages[mem] = after;
        }
    }

    // What the module left behind in a page that is not tabled is not looked at, so all of it is new once it is.
    static bool IsChanged(Field<Page> field, ref readonly Page before, ref readonly Page after) =>
        PageFields.IsKey(field.Name)
            ? after.Tabled && (!before.Tabled || field.Read(in before) != field.Read(in after))
            : field.Read(in before) != field.Read(in after);

    void AddObject(ObjectId obj, string name, List<Change> changes)
    {
        var (before, memqBefore) = objects.GetValueOrDefault(obj, (default, []));
        ref readonly var after = ref state.Objects[obj];
        foreach (var field in ObjectFields.All.All)
        {
            if (field.Read(in before) != field.Read(in after)) changes.Add(new Change(name, field.Name, field.TextOf(in after, names)));
        }

        var memq = MemqOf(obj).ToArray();
        if (!memq.SequenceEqual(memqBefore)) changes.Add(new Change(name, ObjectFields.Memq, NameRange.TextOf(memq)));

        if (after.Alive)
        {
            objects[obj] = (after, memq);
        }
        else
        {
            names.Objects.End(obj);
            objects.Remove(obj);
        }
    }

    void AddGlobal(Field<ResidentState> field, List<Change> changes)
    {
        var text = field.TextOf(in state, names);
        if (globals[field.Name] == text) return;
        globals[field.Name] = text;
        changes.Add(new Change("", field.Name, text));
    }

    IEnumerable<string> MemqOf(ObjectId obj)
    {
        for (var mem = state.Objects[obj].First; !mem.IsNull; mem = state.Pages[mem].ListNext) yield return names.Of(mem)!;
    }
}
