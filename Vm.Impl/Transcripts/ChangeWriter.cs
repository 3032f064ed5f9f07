using System.Text.Json.Nodes;

namespace Vm.Transcripts;

/// <summary>Writes what an operation changed, as <see cref="ChangeReader"/> reads it.</summary>
static class ChangeWriter
{
    public static JsonObject Write(IEnumerable<Change> changes)
    {
        var groups = new JsonObject();
        foreach (var change in changes)
        {
            var fields = change.Subject.Length == 0 ? Member(groups, "globals") : Member(Member(groups, GroupOf(change)), change.Subject);
            fields[change.Field] = ValueOf(change.Field, change.Value);
        }

        return groups;
    }

    static string GroupOf(Change change) => NameKind.Object.TryParse(change.Subject, out _, out _) ? "objects" : "pages";

    static JsonObject Member(JsonObject owner, string name)
    {
        if (owner[name] is not JsonObject member) owner[name] = member = [];
        return member;
    }

    /// <summary>A value from its text.</summary>
    public static JsonNode? ValueOf(string field, string text)
    {
        if (field == ObjectFields.Memq) return PagesOf(text);
        var isName = char.IsAsciiLetter(text[0]) && text is not ("true" or "false" or "null");
        return isName ? JsonValue.Create(text) : JsonNode.Parse(text);
    }

    static JsonArray PagesOf(string list) => [.. list
        .Trim('[', ']')
        .Split(", ", StringSplitOptions.RemoveEmptyEntries)
        .SelectMany(range => NameKind.Page.Range(range, default).Names)
        .Select(name => JsonValue.Create(name))];
}
