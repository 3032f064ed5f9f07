using Vm.Resident;

namespace Vm.Transcripts;

/// <summary>The fields of a page.</summary>
static class PageFields
{
    /// <summary>What the names of pages from the allocator begin with.</summary>
    public const char RealLetter = 'p';

    /// <summary>What the names of pages that were made fictitious begin with.</summary>
    public const char FictitiousLetter = 'f';

    /// <summary>The owner. The module leaves it behind in a page that is not tabled, where it means nothing.</summary>
    public const string Object = "object";

    /// <summary>The offset, which means nothing where <see cref="Object"/> does not.</summary>
    public const string Offset = "offset";

    /// <summary>Whether the page is in the virtual-to-physical table.</summary>
    public const string Tabled = "tabled";

    /// <summary>The physical page number of a new page: the choice of the allocator, and not compared.</summary>
    public const string Frame = "frame";

    static readonly FieldTable<Page> OfReal = new("a page", Common());

    static readonly FieldTable<Page> OfFictitious = new(
        "a page",
        [.. Common(), new("phys_addr", FieldKind.Address, 0, (ref readonly page) => page.Frame, (ref page, value) => page.Frame = value)]);

    /// <summary>The fields of the page of a name: only one that was made fictitious has an address of its own.</summary>
    public static FieldTable<Page> Of(string name) => name.StartsWith(FictitiousLetter) ? OfFictitious : OfReal;

    /// <summary>Whether the field says where a page is tabled.</summary>
    public static bool IsKey(string field) => field is Object or Offset;

    static Field<Page>[] Common() =>
    [
        new(Object, FieldKind.Object, 0, (ref readonly page) => page.Object.V, (ref page, value) => page.Object = new((uint)value)),
        Number(Offset, ulong.MaxValue, (ref readonly page) => page.Offset, (ref page, value) => page.Offset = value),
        Number("wire_count", Page.MaxWireCount, (ref readonly page) => page.WireCount, (ref page, value) => page.WireCount = (ushort)value),
        Flag("inactive", (ref readonly page) => page.Inactive, (ref page, value) => page.Inactive = value),
        Flag("active", (ref readonly page) => page.Active, (ref page, value) => page.Active = value),
        Flag("laundry", (ref readonly page) => page.Laundry, (ref page, value) => page.Laundry = value),
        Flag("external_laundry", (ref readonly page) => page.ExternalLaundry, (ref page, value) => page.ExternalLaundry = value),
        Flag("free", (ref readonly page) => page.Free, (ref page, value) => page.Free = value),
        Flag("reference", (ref readonly page) => page.Reference, (ref page, value) => page.Reference = value),
        Flag("external", (ref readonly page) => page.External, (ref page, value) => page.External = value),
        Flag("busy", (ref readonly page) => page.Busy, (ref page, value) => page.Busy = value),
        Flag("wanted", (ref readonly page) => page.Wanted, (ref page, value) => page.Wanted = value),
        Flag(Tabled, (ref readonly page) => page.Tabled, (ref page, value) => page.Tabled = value),
        Flag("fictitious", (ref readonly page) => page.Fictitious, (ref page, value) => page.Fictitious = value),
        Flag("private", (ref readonly page) => page.Private, (ref page, value) => page.Private = value),
        Flag("absent", (ref readonly page) => page.Absent, (ref page, value) => page.Absent = value),
        Flag("error", (ref readonly page) => page.Error, (ref page, value) => page.Error = value),
        Flag("dirty", (ref readonly page) => page.Dirty, (ref page, value) => page.Dirty = value),
        Flag("precious", (ref readonly page) => page.Precious, (ref page, value) => page.Precious = value),
        Flag("overwriting", (ref readonly page) => page.Overwriting, (ref page, value) => page.Overwriting = value),
        Number("page_lock", (ulong)Protection.All,
            (ref readonly page) => (ulong)page.PageLock, (ref page, value) => page.PageLock = (Protection)value),
        Number("unlock_request", (ulong)Protection.All,
            (ref readonly page) => (ulong)page.UnlockRequest, (ref page, value) => page.UnlockRequest = (Protection)value),
    ];

    delegate bool FlagReader(ref readonly Page page);

    delegate void FlagWriter(ref Page page, bool value);

    static Field<Page> Flag(string name, FlagReader read, FlagWriter write) => new(
        name, FieldKind.Flag, 1, (ref readonly page) => read(in page) ? 1u : 0, (ref page, value) => write(ref page, value != 0));

    static Field<Page> Number(string name, ulong most, Field<Page>.Reader read, Field<Page>.Writer write) =>
        new(name, FieldKind.Unsigned, most, read, write);
}
