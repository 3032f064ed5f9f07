using System.Text;

namespace Vm.Vocabulary;

/// <summary>A check compiled into the component stopped it.</summary>
/// <param name="operation">The operation that was running.</param>
/// <param name="clause">The name of the violated clause.</param>
/// <param name="sentence">The clause in words.</param>
/// <param name="rows">The rows involved, before and after.</param>
public sealed class CheckFailedException(
    string operation, string clause, string sentence, IReadOnlyList<RowChange>? rows = null)
    : Exception(Describe(operation, clause, sentence, rows ?? []))
{
    /// <summary>The operation that was running.</summary>
    public string Operation { get; } = operation;

    /// <summary>The name of the violated clause.</summary>
    public string Clause { get; } = clause;

    /// <summary>The clause in words.</summary>
    public string Sentence { get; } = sentence;

    /// <summary>The rows involved, before and after.</summary>
    public IReadOnlyList<RowChange> Rows { get; } = rows ?? [];

    static string Describe(string operation, string clause, string sentence, IReadOnlyList<RowChange> rows)
    {
        var text = new StringBuilder($"{operation}: {clause}: {sentence}");
        foreach (var row in rows) text.AppendLine().Append(row.Name).Append(": ").Append(row);
        return text.ToString();
    }
}
