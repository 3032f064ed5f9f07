using System.Text.Json;

namespace Vm.Transcripts;

/// <summary>A JSON value that knows where it stands, so that a wrong one is reported at its place.</summary>
/// <param name="Value">The value.</param>
/// <param name="Path">Its way from the top of the line, for example <c>args.offset</c>.</param>
/// <param name="Place">The line.</param>
readonly record struct Node(JsonElement Value, string Path, LinePlace Place)
{
    static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>Reads one line, which must be an object.</summary>
    public static Node Parse(string line, LinePlace place)
    {
        try
        {
            return new Node(JsonElement.Parse(line, Strict), "the line", place).Expect(JsonValueKind.Object, "an object");
        }
        catch (JsonException cause)
        {
            throw place.Wrong($"not JSON: {Excerpt(line)}; expected one object a line", cause);
        }
    }

    public bool IsNull => Value.ValueKind == JsonValueKind.Null;

    /// <summary>A member that must be there.</summary>
    public Node this[string name] => Find(name) ?? throw Place.Wrong($"{Path} has no \"{name}\"");

    /// <summary>A member that may be there.</summary>
    public Node? Find(string name) =>
        Expect(JsonValueKind.Object, "an object").Value.TryGetProperty(name, out var member) ? Below(name, member) : null;

    public IEnumerable<(string Name, Node Value)> Members()
    {
        foreach (var member in Expect(JsonValueKind.Object, "an object").Value.EnumerateObject())
            yield return (member.Name, Below(member.Name, member.Value));
    }

    public IEnumerable<Node> Items()
    {
        var index = 0;
        foreach (var item in Expect(JsonValueKind.Array, "a list").Value.EnumerateArray())
            yield return new Node(item, $"{Path}[{index++}]", Place);
    }

    public string Text() => Expect(JsonValueKind.String, "a string").Value.GetString()!;

    public bool Flag() => Value.ValueKind is JsonValueKind.True or JsonValueKind.False
        ? Value.GetBoolean()
        : throw NotA("true or false");

    /// <summary>A whole number, up to a greatest one.</summary>
    public ulong Number(ulong most = ulong.MaxValue) =>
        Value.ValueKind == JsonValueKind.Number && Value.TryGetUInt64(out var number) && number <= most
            ? number
            : throw NotA($"a whole number from 0 to {most}");

    /// <summary>A whole number that may be negative.</summary>
    public int Signed() => Value.ValueKind == JsonValueKind.Number && Value.TryGetInt32(out var number)
        ? number
        : throw NotA($"a whole number from {int.MinValue} to {int.MaxValue}");

    /// <summary>The complaint that the value is not what it should be.</summary>
    public TranscriptException NotA(string expected) => Place.Wrong($"{Path} is {Excerpt(Value.GetRawText())}; expected {expected}");

    Node Expect(JsonValueKind kind, string name) => Value.ValueKind == kind ? this : throw NotA(name);

    Node Below(string name, JsonElement member) => new(member, Path == "the line" ? name : $"{Path}.{name}", Place);

    static string Excerpt(string text)
    {
        const int Longest = 60;
        var start = string.Concat(text.Take(Longest).Select(c => char.IsControl(c) ? '?' : c));
        return text.Length <= Longest ? start : start + "...";
    }
}
