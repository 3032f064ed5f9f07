namespace Vm.Transcripts;

/// <summary>Reads what an operation changed.</summary>
static class ChangeReader
{
    /// <summary>The changed values, without those that follow from the allocator's policy.</summary>
    public static IEnumerable<RecordedChange> Read(Node changed)
    {
        foreach (var (group, members) in changed.Members())
        {
            var changes = group switch
            {
                "pages" => ReadGroup(members, NameKind.Page, ReadPage),
                "objects" => ReadGroup(members, NameKind.Object, ReadObject),
                "globals" => members.Members().Select(field => new RecordedChange(null, field.Name, TextOf(GlobalFields.All, field))),
                _ => throw changed.Place.Wrong($"{changed.Path} has no group \"{group}\"; the groups are pages, objects, globals"),
            };
            foreach (var change in changes) yield return change;
        }
    }

    static IEnumerable<RecordedChange> ReadGroup(
        Node group, NameKind kind, Func<string, (string Name, Node Value), string?> textOf)
    {
        foreach (var (key, fields) in group.Members())
        {
            var subject = kind.Range(key, group.Place);
            foreach (var field in fields.Members())
            {
                if (textOf(key, field) is { } text) yield return new RecordedChange(subject, field.Name, text);
            }
        }
    }

    /// <summary>The value's text; null for a frame, which is the allocator's choice.</summary>
    static string? ReadPage(string key, (string Name, Node Value) field)
    {
        if (field.Name != PageFields.Frame) return TextOf(PageFields.Of(key), field);
        field.Value.Number();
        return null;
    }

    static string ReadObject(string key, (string Name, Node Value) field)
    {
        if (field.Name != ObjectFields.Memq) return TextOf(ObjectFields.All, field);
        var pages = field.Value.Items().ToArray();
        foreach (var page in pages) NameKind.Page.Check(page);
        return NameRange.TextOf(pages.Select(page => page.Text()));
    }

    static string TextOf<TRow>(FieldTable<TRow> table, (string Name, Node Value) field) =>
        table.Find(field.Name, field.Value.Place).CheckedText(field.Value);
}
