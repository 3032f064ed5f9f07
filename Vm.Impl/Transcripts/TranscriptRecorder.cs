using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Vm.Physical;
using Vm.Resident;

namespace Vm.Transcripts;

/// <summary>Performs operations on a freshly bootstrapped component, and writes them down as a transcript.</summary>
sealed class TranscriptRecorder
{
    const string FileName = "the transcript";

    /// <summary>The memory that most recordings have.</summary>
    static readonly BootSegment memory = new(0, 2048, 4);

    static readonly JsonSerializerOptions json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    readonly List<JsonObject> lines = [];
    readonly EventRecorder events;
    readonly Snapshot snapshot;
    readonly Driver driver;

    /// <param name="objects">The most objects that will be created.</param>
    /// <param name="timesMoreFictitious">How often fictitious pages will be made.</param>
    public TranscriptRecorder(int objects, int timesMoreFictitious)
    {
        events = new EventRecorder(Names);
        var module = RecordedBoot.Start([memory], objects, timesMoreFictitious, events);
        State = module.State;
        events.Attach(State);
        snapshot = new Snapshot(State, Names);
        driver = new Driver(module, Names, events);
    }

    /// <summary>A frame that bootstrap does not give to the allocator.</summary>
    public static ulong ReservedFrame => memory.StartFrame;

    /// <summary>The component's state.</summary>
    public ResidentState State { get; }

    /// <summary>The names given so far.</summary>
    public Names Names { get; } = new();

    /// <summary>Performs an operation and writes it down. One that stops the component leaves no line.</summary>
    /// <returns>Its result, as a transcript has it.</returns>
    public JsonNode? Perform(string operation, params IEnumerable<(string Name, JsonNode? Value)> arguments)
    {
        var line = Line(operation, arguments);
        var place = new LinePlace(FileName, lines.Count);
        var node = Node.Parse(line.ToJsonString(), place)["args"];
        var known = ReplayOperations.Find(operation, place);
        known.Check(node);
        var result = driver.Perform(new RecordedOperation(place, known, node, null, null));
        line["result"] = result?.DeepClone();
        line["changed"] = ChangeWriter.Write(snapshot.TakeChanges());
        line["events"] = new JsonArray([.. events.Take().Select(text => JsonValue.Create(text))]);
        lines.Add(line);
        return result;
    }

    /// <summary>Writes down the last operation, which stops the component.</summary>
    public void Stop(string operation, IEnumerable<(string Name, JsonNode? Value)> arguments, string clause)
    {
        var line = Line(operation, arguments);
        line["assert"] = clause;
        line["in"] = operation;
        lines.Add(line);
    }

    /// <summary>The transcript.</summary>
    /// <param name="profile">What it shows.</param>
    /// <param name="revision">The only revision of the original in which it stops; null for any.</param>
    public IReadOnlyList<string> Lines(string profile, string? revision)
    {
        var header = Header(profile);
        if (revision is not null) header["revision"] = revision;
        return [.. lines.Prepend(header).Select(line => line.ToJsonString(json))];
    }

    JsonObject Line(string operation, IEnumerable<(string Name, JsonNode? Value)> arguments) => new()
    {
        ["i"] = lines.Count + 1,
        ["op"] = operation,
        ["args"] = new JsonObject(arguments.Select(argument => KeyValuePair.Create(argument.Name, argument.Value?.DeepClone()))),
    };

    JsonObject Header(string profile) => new()
    {
        ["transcript"] = 1,
        ["module"] = "Vm",
        ["page_size"] = ResidentState.PageSize,
        ["physical_pages"] = memory.Size,
        ["segments"] = new JsonArray(new JsonObject
        {
            ["index"] = 0,
            ["name"] = "DMA",
            ["start_frame"] = memory.StartFrame,
            ["end_frame"] = memory.EndFrame,
            ["heap_start_frame"] = memory.AvailableFrame,
        }),
        ["vm_page_bucket_count"] = State.HashMask + 1,
        ["profile"] = profile,
    };
}
