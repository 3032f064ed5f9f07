using System.Buffers.Text;
using System.Text;
using Vm.Paging;

namespace Vm.Machine;

/// <summary>
/// Reads a trace that Valgrind wrote with <c>--tool=lackey --trace-mem=yes</c>, plain or gzip. A record is <c>I  addr,size</c>,
/// <c> L addr,size</c>, <c> S addr,size</c> or <c> M addr,size</c>, the address in hexadecimal, the size in decimal.
/// Valgrind's own lines, which begin with <c>==</c>, are passed over.
/// </summary>
public sealed class LackeyTrace : IDisposable
{
    const int AddressColumn = 3;

    readonly string file;
    readonly TraceLines lines;

    LackeyTrace(string file)
    {
        this.file = file;
        lines = new TraceLines(file);
    }

    /// <summary>Number of the line read last, counted from 1.</summary>
    public long Line => lines.Number;

    /// <summary>Opens a trace.</summary>
    /// <exception cref="TraceException">The file cannot be opened.</exception>
    public static LackeyTrace Open(string file) => new(file);

    /// <summary>The next record.</summary>
    /// <returns>False at the end of the trace.</returns>
    /// <exception cref="TraceException">The line is not a record, or names memory that is not modeled.</exception>
    public bool TryRead(out TraceRecord record)
    {
        while (lines.TryRead(out var line))
        {
            if (line.StartsWith("=="u8)) continue;
            record = Parse(line);
            return true;
        }

        record = default;
        return false;
    }

    /// <inheritdoc/>
    public void Dispose() => lines.Dispose();

    TraceRecord Parse(ReadOnlySpan<byte> line)
    {
        if (!TryParseKind(line, out var kind)) throw NotARecord(line);

        var rest = line[AddressColumn..];
        if (!Utf8Parser.TryParse(rest, out ulong address, out var digits, 'x')) throw NotARecord(line);
        rest = rest[digits..];
        if (rest.IsEmpty || rest[0] != ',') throw NotARecord(line);
        rest = rest[1..];
        if (!Utf8Parser.TryParse(rest, out uint size, out digits) || digits != rest.Length) throw NotARecord(line);

        if (size is 0 or > FourLevelPaging.PageSize)
            throw Fault($"an access of {size} bytes; expected 1 to {FourLevelPaging.PageSize}");
        if (address >= VirtualAddress.UserEnd || size > VirtualAddress.UserEnd - address)
        {
            throw Fault(
                $"address 0x{address:x} with {size} bytes is beyond the modeled user space, which ends at 0x{VirtualAddress.UserEnd:x}");
        }

        return new TraceRecord(kind, address, (int)size);
    }

    static bool TryParseKind(ReadOnlySpan<byte> line, out RecordKind kind)
    {
        kind = default;
        if (line.Length <= AddressColumn || line[2] != ' ') return false;
        if (line[0] == 'I') return line[1] == ' ';
        if (line[0] != ' ') return false;
        switch (line[1])
        {
            case (byte)'L': kind = RecordKind.Load; return true;
            case (byte)'S': kind = RecordKind.Store; return true;
            case (byte)'M': kind = RecordKind.Modify; return true;
            default: return false;
        }
    }

    TraceException NotARecord(ReadOnlySpan<byte> line) =>
        Fault($"not a Lackey record: \"{Excerpt(line)}\"; expected for example \"I  0401ab70,3\" or \" L 1ffe800e48,8\"");

    TraceException Fault(string problem) => new(file, lines.Number, problem);

    static string Excerpt(ReadOnlySpan<byte> line)
    {
        const int Longest = 40;
        var text = new StringBuilder();
        foreach (var c in line[..Math.Min(line.Length, Longest)]) text.Append(c is >= 0x20 and < 0x7f ? (char)c : '?');
        if (line.Length > Longest) text.Append("...");
        return text.ToString();
    }
}
