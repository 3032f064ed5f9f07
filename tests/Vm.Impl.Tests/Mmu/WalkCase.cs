using System.Globalization;
using System.IO.Compression;
using Vm.Mmu;

namespace Vm.Tests.Mmu;

/// <summary>One row of a file of page walks, by column name.</summary>
sealed class WalkCase(string[] columns, string[] cells)
{
    public string Text => string.Join(' ', columns.Zip(cells, (column, cell) => $"{column}={cell}"));

    public bool Has(string column) => this[column].Length > 0;

    public bool Flag(string column) => Array.IndexOf(columns, column) >= 0 && this[column] == "1";

    public ulong Number(string column) =>
        ulong.Parse(this[column].AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    public AccessKind Access => this["access"] switch
    {
        "r" => AccessKind.Read,
        "w" => AccessKind.Write,
        "x" => AccessKind.Fetch,
        _ => throw new InvalidDataException($"unknown access in {Text}"),
    };

    string this[string column] => cells[Array.IndexOf(columns, column)];

    public static IEnumerable<WalkCase> ReadAll(string name)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(TestData.PathOf(name)), CompressionMode.Decompress));
        var columns = reader.ReadLine()!.Split(',');
        while (reader.ReadLine() is { } line) yield return new WalkCase(columns, line.Split(','));
    }
}
