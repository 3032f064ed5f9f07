using System.Runtime.CompilerServices;
using Vm.Paging;

namespace Vm.Mmu;

/// <summary>
/// A direct-mapped translation lookaside buffer of 4 KiB translations. It is not told when tables change: a translation is used
/// until it is replaced or invalidated, right or wrong, as the architecture allows.
/// </summary>
public sealed class Tlb : ITranslationCache
{
    const ulong OffsetMask = IPagingMode.PageSize - 1;
    const ulong GlobalMark = 1 << 11;

    readonly Slot[] slots;
    bool hasLarge;

    /// <param name="size">Number of translations, a power of two.</param>
    public Tlb(int size = 256)
    {
        if (!int.IsPow2(size)) throw new ArgumentOutOfRangeException(nameof(size), size, "the size of a TLB is a power of two");
        slots = new Slot[size];
    }

    /// <summary>What the constructor establishes, and nothing changes.</summary>
    internal bool IsSetUp => int.IsPow2(slots.Length);

    /// <summary>Looks for a translation that permits what is required.</summary>
    /// <returns>Whether there is one. If not, the processor walks.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryFind(VirtualAddress va, Rights required, out ulong address)
    {
        ref Slot slot = ref SlotOf(va);
        address = (slot.Entry & ~OffsetMask) | va.Offset;
        return slot.Tag == TagOf(va) && ((Rights)slot.Entry & required) == required;
    }

    /// <summary>Keeps the outcome of a walk, in the place of another.</summary>
    public void Fill(VirtualAddress va, Translation translation)
    {
        var marks = (ulong)translation.Rights | (translation.IsGlobal ? GlobalMark : 0);
        SlotOf(va) = new Slot(TagOf(va), (translation.Frame << IPagingMode.PageShift) | marks);
        hasLarge |= translation.IsLarge;
    }

    /// <inheritdoc/>
    public void Invalidate(VirtualAddress va)
    {
        // A large page is cached in pieces, and one invlpg must forget them all; forgetting more is allowed.
        if (hasLarge)
        {
            Flush();
            return;
        }

        ref Slot slot = ref SlotOf(va);
        if (slot.Tag == TagOf(va)) slot = default;
    }

    /// <inheritdoc/>
    public void Flush()
    {
        Array.Clear(slots);
        hasLarge = false;
    }

    /// <inheritdoc/>
    public void FlushLocal()
    {
        foreach (ref Slot slot in slots.AsSpan())
        {
            if ((slot.Entry & GlobalMark) == 0) slot = default;
        }
    }

    ref Slot SlotOf(VirtualAddress va) => ref slots[(int)va.PageNumber & (slots.Length - 1)];

    /// <summary>Never 0, which is the tag of an empty slot.</summary>
    static ulong TagOf(VirtualAddress va) => va.PageNumber + 1;

    /// <param name="Tag">Of the page.</param>
    /// <param name="Entry">The frame's address, and where the offset would be the rights and <see cref="GlobalMark"/>.</param>
    readonly record struct Slot(ulong Tag, ulong Entry);
}
