using Vm.Mmu;
using Vm.Paging;

namespace Vm.Machine;

/// <summary>One line of a trace: a reference to each page that it touches.</summary>
/// <param name="Kind">What it did.</param>
/// <param name="Address">First byte.</param>
/// <param name="Size">Number of bytes, at least 1 and at most a page.</param>
public readonly record struct TraceRecord(RecordKind Kind, ulong Address, int Size)
{
    /// <summary>Number of the page with the first byte.</summary>
    public ulong FirstPage => Address >> FourLevelPaging.PageShift;

    /// <summary>Number of the page with the last byte.</summary>
    public ulong LastPage => (Address + (ulong)Size - 1) >> FourLevelPaging.PageShift;

    /// <summary>Whether the bytes' old values are used.</summary>
    public bool Reads => Kind != RecordKind.Store;

    /// <summary>Whether the bytes get new values.</summary>
    public bool Writes => Kind is RecordKind.Store or RecordKind.Modify;

    /// <summary>What the processor asks of the page. A modification needs the right to write.</summary>
    public AccessKind Access =>
        Kind == RecordKind.Instruction ? AccessKind.Fetch : Writes ? AccessKind.Write : AccessKind.Read;
}
