using System.Text;
using System.Text.Json.Nodes;
using Vm.Resident;
using Vm.Vocabulary;

namespace Vm.Transcripts;

/// <summary>
/// A counterexample as a transcript: operations that lead from a fresh module to the state, and the operation that breaks the
/// clause. Whoever has the same defect stops there too; whoever does not goes on.
/// </summary>
/// <param name="Lines">The transcript; null if there is none.</param>
/// <param name="Problem">Why there is none.</param>
public sealed record CounterexampleTranscript(IReadOnlyList<string>? Lines, string? Problem)
{
    /// <summary>Makes the transcript of an operation in a small state.</summary>
    /// <param name="state">The state at entry.</param>
    /// <param name="operation">The operation's name in C#, for example <c>Remove</c>.</param>
    /// <param name="arguments">Its arguments: handles, numbers and truth values; null for a default value.</param>
    /// <param name="clause">The clause that it breaks.</param>
    /// <param name="revision">The only revision of the original in which it breaks it; null for any.</param>
    public static CounterexampleTranscript Of(
        ResidentState state, string operation, IReadOnlyList<object?> arguments, string clause, string? revision = null)
    {
        (operation, arguments) = Original(operation, arguments);
        var name = TranscriptName(operation);
        if (!ReplayOperations.Names.Contains(name)) return new(null, $"transcripts have no operation {name}");

        var parameters = ReplayOperations.Find(name, default).Parameters;
        if (parameters.Count != arguments.Count) return new(null, $"transcripts give {name} other arguments");

        var fictitious = StateScript.FictitiousOf(state);
        var quantum = ResidentModule<Full>.FictitiousQuantum;
        var recorder = new TranscriptRecorder(state.Objects.Count, (fictitious + quantum - 1) / quantum);
        var script = new StateScript(state, recorder, ReservedOf(parameters, arguments));
        try
        {
            script.Run();
        }
        catch (Exception cause) when (cause is CheckFailedException or PanicException or TranscriptException)
        {
            return new(null, $"operations do not lead to the state: {cause.Message.Split('\n')[0]}");
        }

        if (script.Difference() is { } difference) return new(null, $"operations do not lead to the state: {difference}");

        var named = parameters.Zip(arguments, (parameter, argument) => (parameter.Name, ValueOf(parameter, argument, script.Names))).ToList();
        if (named.Any(argument => argument.Item2 is null)) return new(null, $"an argument of {name} is a page that is free");

        recorder.Stop(name, named, clause);
        return new(recorder.Lines("counterexample", revision), null);
    }

    /// <summary>A block's order is its size in bytes there.</summary>
    static (string Operation, IReadOnlyList<object?> Arguments) Original(string operation, IReadOnlyList<object?> arguments) =>
        operation == "FreeBlock"
            ? ("FreeContig", [arguments[0], ResidentState.PageSize << (int)Convert.ToUInt32(arguments[1])])
            : (operation, arguments);

    /// <summary><c>GrabFictitious</c> is <c>vm_page_grab_fictitious</c>.</summary>
    static string TranscriptName(string operation)
    {
        var text = new StringBuilder("vm_page");
        foreach (var c in operation) text.Append(char.IsAsciiLetterUpper(c) ? $"_{char.ToLowerInvariant(c)}" : $"{c}");
        return text.ToString();
    }

    /// <summary>The page that the operation takes by its frame, because nobody was ever given it; null if there is none.</summary>
    static PageId ReservedOf(IReadOnlyList<Parameter> parameters, IReadOnlyList<object?> arguments) =>
        parameters.Zip(arguments).Where(pair => IsFrame(pair.First)).Select(pair => pair.Second).OfType<PageId>().FirstOrDefault();

    static bool IsFrame(Parameter parameter) => parameter.Name == PageFields.Frame;

    static JsonNode? ValueOf(Parameter parameter, object? argument, Names names) => argument switch
    {
        PageId when IsFrame(parameter) => TranscriptRecorder.ReservedFrame,
        PageId mem => names.Pages.Of(mem),
        ObjectId obj => names.Objects.Of(obj),
        bool flag => flag,
        _ => Convert.ToUInt64(argument),
    };
}
