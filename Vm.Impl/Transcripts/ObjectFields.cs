using Vm.Resident;

namespace Vm.Transcripts;

/// <summary>The fields of an object.</summary>
static class ObjectFields
{
    /// <summary>The list of the object's pages, which no caller stores.</summary>
    public const string Memq = "memq";

    public static FieldTable<MemoryObject> All { get; } = new(
        "an object",
        new("size", FieldKind.Unsigned, ulong.MaxValue, (ref readonly obj) => obj.Size, (ref obj, value) => obj.Size = value),
        new("internal", FieldKind.Flag, 1, (ref readonly obj) => obj.Internal ? 1u : 0, (ref obj, value) => obj.Internal = value != 0),
        new("alive", FieldKind.Flag, 1, (ref readonly obj) => obj.Alive ? 1u : 0, (ref obj, value) => obj.Alive = value != 0),
        Count("resident_page_count", (ref readonly obj) => obj.ResidentPageCount, (ref obj, value) => obj.ResidentPageCount = value),
        new("last_alloc", FieldKind.Unsigned, ulong.MaxValue, (ref readonly obj) => obj.LastAlloc, (ref obj, value) => obj.LastAlloc = value),
        Count("absent_count", (ref readonly obj) => obj.AbsentCount, (ref obj, value) => obj.AbsentCount = value),
        new("all_wanted", FieldKind.Unsigned, uint.MaxValue, (ref readonly obj) => obj.AllWanted, (ref obj, value) => obj.AllWanted = (uint)value),
        Count("paging_in_progress", (ref readonly obj) => obj.PagingInProgress, (ref obj, value) => obj.PagingInProgress = value));

    delegate int CountReader(ref readonly MemoryObject obj);

    delegate void CountWriter(ref MemoryObject obj, int value);

    static Field<MemoryObject> Count(string name, CountReader read, CountWriter write) => new(
        name,
        FieldKind.Signed,
        0,
        (ref readonly obj) => unchecked((ulong)read(in obj)),
        (ref obj, value) => write(ref obj, unchecked((int)value)));
}
