using System.Text.Json.Serialization;

namespace Vm.Machine;

/// <summary>A number for each kind of record, under Lackey's letters.</summary>
/// <param name="Instructions">Instruction fetches.</param>
/// <param name="Loads">Loads.</param>
/// <param name="Stores">Stores.</param>
/// <param name="Modifies">Modifies.</param>
public sealed record CountByKind(
    [property: JsonPropertyName("I")] long Instructions,
    [property: JsonPropertyName("L")] long Loads,
    [property: JsonPropertyName("S")] long Stores,
    [property: JsonPropertyName("M")] long Modifies)
{
    /// <summary>The sum.</summary>
    [JsonIgnore]
    public long Total => Instructions + Loads + Stores + Modifies;

    /// <summary>The numbers of both.</summary>
    public static CountByKind operator +(CountByKind one, CountByKind other) => new(
        one.Instructions + other.Instructions, one.Loads + other.Loads, one.Stores + other.Stores, one.Modifies + other.Modifies);

    internal static CountByKind Of(long[] counts) => new(
        counts[(int)RecordKind.Instruction], counts[(int)RecordKind.Load],
        counts[(int)RecordKind.Store], counts[(int)RecordKind.Modify]);
}
