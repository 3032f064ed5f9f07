using System.Text;
using Vm.Machine;

namespace Vm.Mmu.Cases;

/// <summary>Reads the cases of a file, plain or gzip.</summary>
static class CaseFile
{
    /// <summary>The cases in the order of the file.</summary>
    /// <exception cref="TraceException">The file cannot be read, its header is of no known format, or a row is not of it.</exception>
    public static IEnumerable<AccessCase> Read(string file)
    {
        using var lines = new TraceLines(file);
        if (!TryRead(lines, out var header)) throw new TraceException(file, 0, $"the file is empty; expected a header: {Headers()}");

        List<string> columns = [.. header.Split(',')];
        var format = CaseFormat.All.FirstOrDefault(format => format.Columns.Order().SequenceEqual(columns.Order()))
            ?? throw new TraceException(file, 1, $"the header is of no known format; expected {Headers()}");

        while (TryRead(lines, out var text))
        {
            var cells = text.Split(',');
            if (cells.Length != columns.Count)
                throw new TraceException(file, lines.Number, $"{cells.Length} cells; the header names {columns.Count} columns");
            yield return format.Read(new CaseRow(file, lines.Number, columns, cells));
        }
    }

    static bool TryRead(TraceLines lines, out string text)
    {
        var isThere = lines.TryRead(out var line);
        text = Encoding.UTF8.GetString(line).TrimEnd('\r');
        return isThere;
    }

    static string Headers() => string.Join(" or ", CaseFormat.All.Select(format => string.Join(',', format.Columns)));
}
