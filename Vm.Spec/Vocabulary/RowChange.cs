using System.Text;

namespace Vm.Vocabulary;

/// <summary>One row at the entry of an operation and when its check failed.</summary>
/// <param name="Name">The row, for example <c>mem = PageId 7</c>.</param>
/// <param name="Before">The row's fields at entry.</param>
/// <param name="After">The row's fields now.</param>
public sealed record RowChange(string Name, IDescribed Before, IDescribed After)
{
    /// <summary>
    /// A table of the fields, one a line, with the value before and, if it is another, the value after. Fields that are and were as
    /// in an empty row are left out.
    /// </summary>
    public string Table()
    {
        var empty = (IDescribed)Activator.CreateInstance(Before.GetType())!;
        List<(string Name, string Before, string After)> shown = [(Name, "before", "after")];
        foreach (var (before, after, unset) in Before.Describe().Zip(After.Describe(), empty.Describe()))
        {
            if (before.Value == unset.Value && after.Value == unset.Value) continue;
            shown.Add(($"  {before.Key}", before.Value, after.Value == before.Value ? "" : after.Value));
        }

        var (names, befores) = (shown.Max(line => line.Name.Length), shown.Max(line => line.Before.Length));
        var text = new StringBuilder();
        foreach (var (name, before, after) in shown)
            text.AppendLine($"{name.PadRight(names)}  {before.PadRight(befores)}  {after}".TrimEnd());
        return text.ToString();
    }
}

/// <summary>A row that can list its fields for reports. Written by the generator.</summary>
public interface IDescribed
{
    /// <summary>Field names and values, in declaration order.</summary>
    IEnumerable<KeyValuePair<string, string>> Describe();
}
