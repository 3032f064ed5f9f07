using System.Runtime.InteropServices;

namespace Vm.Machine;

/// <summary>What a trace contains, whatever machine it runs on.</summary>
public sealed class TraceCensus
{
    readonly Dictionary<ulong, PageUses> pages = [];
    readonly long[] records = new long[4];
    readonly long[] crossing = new long[4];

    /// <summary>Records by kind.</summary>
    public CountByKind Records => CountByKind.Of(records);

    /// <summary>Records that touch two pages, by kind.</summary>
    public CountByKind CrossingRecords => CountByKind.Of(crossing);

    /// <summary>Number of records.</summary>
    public long TotalRecords { get; private set; }

    /// <summary>Sum of the records' sizes.</summary>
    public long BytesAccessed { get; private set; }

    /// <summary>One for each page that a record touches.</summary>
    public long PageReferences { get; private set; }

    /// <summary>Number of different pages.</summary>
    public int DistinctPages => pages.Count;

    /// <summary>Number of different pages with fetched instructions.</summary>
    public int DistinctPagesFetched => CountUsed(PageUses.Fetched);

    /// <summary>Number of different pages with loaded or modified data.</summary>
    public int DistinctPagesRead => CountUsed(PageUses.Read);

    /// <summary>Number of different pages with stored or modified data.</summary>
    public int DistinctPagesWritten => CountUsed(PageUses.Written);

    /// <summary>Counts a record.</summary>
    public void Count(in TraceRecord record)
    {
        TotalRecords++;
        records[(int)record.Kind]++;
        BytesAccessed += record.Size;
        if (record.FirstPage != record.LastPage) crossing[(int)record.Kind]++;
        for (var page = record.FirstPage; page <= record.LastPage; page++)
        {
            PageReferences++;
            CollectionsMarshal.GetValueRefOrAddDefault(pages, page, out _) |= UsesOf(record.Kind);
        }
    }

    /// <summary>The numbers of the pages that are fetched and never written.</summary>
    public IReadOnlySet<ulong> TextPages() =>
        pages.Where(page => page.Value.HasFlag(PageUses.Fetched) && !page.Value.HasFlag(PageUses.Written)).Select(page => page.Key).ToHashSet();

    int CountUsed(PageUses use) => pages.Values.Count(uses => uses.HasFlag(use));

    static PageUses UsesOf(RecordKind kind) => kind switch
    {
        RecordKind.Instruction => PageUses.Fetched,
        RecordKind.Load => PageUses.Read,
        RecordKind.Store => PageUses.Written,
        _ => PageUses.Read | PageUses.Written,
    };

    [Flags]
    enum PageUses : byte
    {
        None = 0,
        Fetched = 1,
        Read = 2,
        Written = 4,
    }
}
