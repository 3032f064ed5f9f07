using System.Text.Json.Nodes;
using Vm.Resident;

namespace Vm.Transcripts;

/// <summary>
/// Brings a freshly bootstrapped component into a given small state, by operations as far as operations do it, and by the stores
/// that the module's callers make for the rest.
/// </summary>
/// <param name="wanted">The state.</param>
/// <param name="recorder">Performs the operations and writes them down.</param>
/// <param name="reserved">A page that stays as bootstrap leaves it, or null.</param>
sealed class StateScript(ResidentState wanted, TranscriptRecorder recorder, PageId reserved)
{
    const string DeactivateBehind = "vm_page_deactivate_behind";

    /// <summary>Changed by operations only.</summary>
    static readonly string[] ofOperations = [PageFields.Tabled, "free", "active", "inactive"];

    /// <summary>Not as wanted, and of no account: this component has other free pages, and all its objects live.</summary>
    static readonly string[] ofNoAccount = ["vm_page_fictitious_count", "vm_object_external_count", "alive"];

    readonly Names names = new();

    /// <summary>The names of the wanted state's rows.</summary>
    public Names Names => names;

    /// <summary>How many fictitious pages the state needs.</summary>
    public static int FictitiousOf(ResidentState wanted) => wanted.Pages.Count(mem => IsMade(wanted, mem));

    /// <summary>Performs it.</summary>
    public void Run()
    {
        // Insertions shall not deactivate pages by the way.
        recorder.Perform("set", ("writes", new JsonArray(new JsonArray("global", DeactivateBehind, false))));
        foreach (var obj in wanted.Objects) Create(obj);
        TakePages();
        foreach (var obj in wanted.Objects) FillObject(obj);
        foreach (var mem in wanted.Pages.Where(mem => !wanted.Pages[mem].Free && mem != reserved)) Queue(mem);
        Store();
    }

    /// <summary>The first value that is not as wanted, or null.</summary>
    public string? Difference() => Writes(except: ofNoAccount)
        .Select(write => $"{write[0]}.{write[1]} is not {write[2]?.ToJsonString()}")
        .FirstOrDefault();

    static bool IsMade(ResidentState state, PageId mem) => !state.Pages[mem].Free && (state.Pages[mem].Fictitious || state.Pages[mem].Private);

    void Create(ObjectId obj)
    {
        ref readonly var row = ref wanted.Objects[obj];
        names.Objects.Give('o', obj);
        recorder.Perform("object_create", ("internal", row.Internal), ("size", row.Size));
    }

    void TakePages()
    {
        var fictitious = FictitiousOf(wanted);
        for (var made = 0; made < fictitious; made += ResidentModule<Vocabulary.Full>.FictitiousQuantum) recorder.Perform("vm_page_more_fictitious");
        foreach (var mem in wanted.Pages.Where(mem => !wanted.Pages[mem].Free && mem != reserved))
        {
            var name = recorder.Perform(IsMade(wanted, mem) ? "vm_page_grab_fictitious" : "vm_page_grab")!.GetValue<string>();
            names.Pages.Name(mem, name);
        }
    }

    void FillObject(ObjectId obj)
    {
        for (var mem = wanted.Objects[obj].First; !mem.IsNull; mem = wanted.Pages[mem].ListNext)
            recorder.Perform("vm_page_insert", ("mem", names.Of(mem)), ("object", names.Of(obj)), ("offset", wanted.Pages[mem].Offset));
    }

    void Queue(PageId mem)
    {
        ref readonly var page = ref wanted.Pages[mem];
        if (page.Active) recorder.Perform("vm_page_activate", ("mem", names.Of(mem)));
        if (page.Inactive) recorder.Perform("vm_page_deactivate", ("mem", names.Of(mem)));

        // The first wiring counts the page; how many there are beyond it is a number to store.
        if (page.WireCount > 0) recorder.Perform("vm_page_wire", ("mem", names.Of(mem)));
    }

    void Store()
    {
        var writes = Writes(except: [.. ofNoAccount, .. ofOperations]).ToList();
        if (writes.Count > 0) recorder.Perform("set", ("writes", new JsonArray([.. writes])));
    }

    /// <summary>The stores that would make the state as wanted.</summary>
    /// <param name="except">Fields that are left as they are.</param>
    IEnumerable<JsonArray> Writes(string[] except)
    {
        foreach (var (mem, name) in names.Pages.InForce.OrderBy(page => page.Key.V))
        {
            recorder.Names.Pages.TryFind(name, out var mine);
            foreach (var field in PageFields.Of(name).All)
            {
                var write = Write(name, field, in wanted.Pages[mem], in recorder.State.Pages[mine], except);
                if (write is not null) yield return write;
            }
        }

        foreach (var (obj, name) in names.Objects.InForce.OrderBy(obj => obj.Key.V))
        {
            recorder.Names.Objects.TryFind(name, out var mine);
            foreach (var field in ObjectFields.All.All)
            {
                var write = Write(name, field, in wanted.Objects[obj], in recorder.State.Objects[mine], except);
                if (write is not null) yield return write;
            }
        }

        var state = recorder.State;
        foreach (var field in GlobalFields.All.All)
        {
            if (Write("global", field, in wanted, in state, except) is { } write) yield return write;
        }
    }

    JsonArray? Write<TRow>(string target, Field<TRow> field, ref readonly TRow row, ref readonly TRow mine, string[] except)
    {
        if (except.Contains(field.Name)) return null;

        var text = field.TextOf(in row, names);
        return text == field.TextOf(in mine, recorder.Names)
            ? null
            : new JsonArray(target, field.Name, ChangeWriter.ValueOf(field.Name, text));
    }
}
