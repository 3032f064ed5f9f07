using Vm.Resident;

namespace Vm.Machine;

/// <summary>A memory manager that keeps pages in the host's memory.</summary>
sealed class Pager
{
    readonly Dictionary<(ObjectId Object, ulong Offset), byte[]> pages = [];

    /// <summary>Keeps the contents of a page.</summary>
    public void Write(ObjectId obj, ulong offset, ReadOnlySpan<byte> contents)
    {
        if (pages.TryGetValue((obj, offset), out var kept)) contents.CopyTo(kept);
        else pages[(obj, offset)] = contents.ToArray();
    }

    /// <summary>Gives back the contents of a page.</summary>
    /// <returns>Whether the pager has it.</returns>
    public bool TryRead(ObjectId obj, ulong offset, Span<byte> contents)
    {
        var isKept = pages.TryGetValue((obj, offset), out var kept);
        kept.CopyTo(contents);
        return isKept;
    }
}
