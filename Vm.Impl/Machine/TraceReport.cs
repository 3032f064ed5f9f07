using System.Text.Json.Serialization;

namespace Vm.Machine;

/// <summary>What a trace contained and what running it took.</summary>
public sealed record TraceReport
{
    /// <summary>The trace.</summary>
    public required string Trace { get; init; }

    /// <summary>Records by kind.</summary>
    public required CountByKind Records { get; init; }

    /// <summary>Number of records.</summary>
    public required long RecordsTotal { get; init; }

    /// <summary>Sum of the records' sizes.</summary>
    public required long BytesAccessed { get; init; }

    /// <summary>One for each page that a record touches.</summary>
    public required long PageReferences { get; init; }

    /// <summary>Records that touch two pages, by kind.</summary>
    public required CountByKind PageCrossingRecords { get; init; }

    /// <summary>Number of records that touch two pages.</summary>
    public required long PageCrossingTotal { get; init; }

    /// <summary>Number of different pages.</summary>
    public required int DistinctPages { get; init; }

    /// <summary>Number of different pages with fetched instructions.</summary>
    public required int DistinctPagesFetched { get; init; }

    /// <summary>Number of different pages with loaded or modified data.</summary>
    public required int DistinctPagesRead { get; init; }

    /// <summary>Number of different pages with stored or modified data.</summary>
    public required int DistinctPagesWritten { get; init; }

    /// <summary>Programs that ran, forked ones included.</summary>
    public required int Tasks { get; init; }

    /// <summary>How the machine paged.</summary>
    public required PagingMode Paging { get; init; }

    /// <summary>Frames that held the program's pages.</summary>
    public required int Frames { get; init; }

    /// <summary>Translations from the TLB.</summary>
    public required long TlbHits { get; init; }

    /// <summary>Walks. An access that faults walks again afterwards.</summary>
    public required long TlbMisses { get; init; }

    /// <summary>References to a page that was not resident.</summary>
    public required long PageFaults { get; init; }

    /// <summary>Page faults answered with zeros.</summary>
    public required long ZeroFills { get; init; }

    /// <summary>Page faults answered by the pager.</summary>
    public required long Pageins { get; init; }

    /// <summary>Faults on a page that was resident: mapped elsewhere, to be copied, or unmapped with its page table.</summary>
    public required long MinorFaults { get; init; }

    /// <summary>Pages that were copied because a forked program wrote them.</summary>
    public required long Copies { get; init; }

    /// <summary>Page-table pages of the programs at the end.</summary>
    public required int TablePages { get; init; }

    /// <summary>The most pages of programs that were wired at once.</summary>
    public required int WiredPages { get; init; }

    /// <summary>Pages evicted that had been written since they came in; the pager keeps them.</summary>
    public required long DirtyEvictions { get; init; }

    /// <summary>Pages evicted that had not.</summary>
    public required long CleanEvictions { get; init; }

    /// <summary>Loads whose bytes were compared with the bytes stored last.</summary>
    public required long LoadsChecked { get; init; }

    /// <summary>How much the module checked.</summary>
    public required Checking Mode { get; init; }

    /// <summary>Clauses evaluated.</summary>
    public required long ChecksExecuted { get; init; }

    /// <summary>The state of the invariants after the run; a violation would have stopped it.</summary>
    public required string Invariants { get; init; }

    /// <summary>The machine's pages over time.</summary>
    [JsonIgnore]
    public IReadOnlyList<MachineSample> History { get; init; } = [];
}
