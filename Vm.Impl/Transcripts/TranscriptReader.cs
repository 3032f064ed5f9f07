using System.Text.Json.Nodes;

namespace Vm.Transcripts;

/// <summary>Reads a transcript and checks everything that can be checked without replaying it.</summary>
static class TranscriptReader
{
    /// <exception cref="TranscriptException">The file cannot be read, or a line is not as it should be.</exception>
    public static Transcript Read(string file)
    {
        var lines = ReadLines(file);
        if (lines.Length == 0) throw new TranscriptException(file, 0, "the file is empty; expected a header and one operation a line");

        var header = Node.Parse(lines[0], new LinePlace(file, 1));
        var segments = HeaderReader.ReadSegments(header);
        var revision = HeaderReader.ReadRevision(header);
        var operations = lines.Skip(1)
            .Select((line, index) => ReadOperation(line, new LinePlace(file, index + 2), index + 1, revision)).ToArray();
        var stopped = Array.FindIndex(operations, operation => operation.Stop is not null);
        if (stopped >= 0 && stopped + 1 < operations.Length)
            throw operations[stopped + 1].Place.Wrong("an operation after the one that stopped the module; expected the end of the file");

        return new Transcript(file, segments, operations);
    }

    static string[] ReadLines(string file)
    {
        try
        {
            return File.ReadAllLines(file);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new TranscriptException(file, 0, $"the transcript cannot be read: {cause.Message}", cause);
        }
    }

    static RecordedOperation ReadOperation(string line, LinePlace place, int number, string? revision)
    {
        var node = Node.Parse(line, place);
        if (node["i"].Number() is var i && i != (ulong)number)
            throw place.Wrong($"i is {i} where {number} is next; operations are numbered from 1 without a gap");

        var operation = ReplayOperations.Find(node["op"].Text(), place, revision);
        var arguments = node["args"];
        operation.Check(arguments);
        var stop = StopOf(node);
        return new RecordedOperation(place, operation, arguments, stop is null ? EffectOf(node) : null, stop);
    }

    static string? StopOf(Node node)
    {
        foreach (var kind in new[] { "panic", "assert" })
        {
            if (node.Find(kind) is { } message) return $"{kind} in {node["in"].Text()}: {message.Text()}";
        }

        return null;
    }

    static RecordedEffect EffectOf(Node node) => new(
        JsonNode.Parse(node["result"].Value.GetRawText()),
        [.. ChangeReader.Read(node["changed"])],
        [.. node["events"].Items().Select(item => item.Text())]);
}
