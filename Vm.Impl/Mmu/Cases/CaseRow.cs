using System.Globalization;
using Vm.Machine;

namespace Vm.Mmu.Cases;

/// <summary>A row of a case file, by column name. What is not as the column must be stops with file, line and way out.</summary>
sealed class CaseRow(string file, long line, IReadOnlyList<string> columns, string[] cells)
{
    /// <summary>The file's line, counted from 1.</summary>
    public long Line => line;

    /// <summary>The cell's text.</summary>
    public string this[string column] => cells[((List<string>)columns).IndexOf(column)];

    /// <summary>A cell with 0 or 1.</summary>
    public bool Flag(string column) => this[column] switch
    {
        "0" => false,
        "1" => true,
        _ => throw Wrong(column, "0 or 1"),
    };

    /// <summary>A cell with a number, or none.</summary>
    public ulong? Optional(string column) => this[column].Length == 0 ? null : Number(column);

    /// <summary>A cell with a number.</summary>
    public ulong Number(string column)
    {
        var text = this[column];
        if (text.StartsWith("0x", StringComparison.Ordinal)
            && ulong.TryParse(text.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        throw Wrong(column, "a number such as 0x1f");
    }

    /// <summary>The kind of access.</summary>
    public AccessKind Access(string column) => this[column] switch
    {
        "r" => AccessKind.Read,
        "w" => AccessKind.Write,
        "x" => AccessKind.Fetch,
        _ => throw Wrong(column, "r, w or x"),
    };

    /// <summary>What stops the reading of the file.</summary>
    public TraceException Wrong(string column, string expected) =>
        new(file, line, $"column {column} has \"{this[column]}\"; expected {expected}");
}
