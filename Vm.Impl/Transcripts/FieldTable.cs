namespace Vm.Transcripts;

/// <summary>The fields of a kind of thing.</summary>
/// <typeparam name="TRow">The component's row.</typeparam>
sealed class FieldTable<TRow>(string kind, params Field<TRow>[] fields)
{
    readonly Dictionary<string, Field<TRow>> byName = fields.ToDictionary(field => field.Name);

    public IReadOnlyList<Field<TRow>> All => fields;

    /// <summary>The field of a name that stands at a place of a transcript.</summary>
    public Field<TRow> Find(string name, LinePlace place) =>
        byName.TryGetValue(name, out var field)
            ? field
            : throw place.Wrong($"{kind} has no field \"{name}\"; the fields are {string.Join(", ", byName.Keys)}");
}
