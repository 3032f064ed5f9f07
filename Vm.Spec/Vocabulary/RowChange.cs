namespace Vm.Vocabulary;

/// <summary>One row at the entry of an operation and when its check failed.</summary>
/// <param name="Name">The row, for example <c>mem = PageId 7</c>.</param>
/// <param name="Before">The row's fields at entry.</param>
/// <param name="After">The row's fields now.</param>
public sealed record RowChange(string Name, IDescribed Before, IDescribed After)
{
    /// <summary>The fields, changed ones as <c>field before -> after</c>.</summary>
    public override string ToString() =>
        string.Join(", ", Before.Describe().Zip(After.Describe(), (before, after) =>
            before.Value == after.Value ? $"{before.Key} {before.Value}" : $"{before.Key} {before.Value} -> {after.Value}"));
}

/// <summary>A row that can list its fields for reports. Written by the generator.</summary>
public interface IDescribed
{
    /// <summary>Field names and values, in declaration order.</summary>
    IEnumerable<KeyValuePair<string, string>> Describe();
}
