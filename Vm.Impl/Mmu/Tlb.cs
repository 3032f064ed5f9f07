using System.Runtime.CompilerServices;
using Vm.Paging;

namespace Vm.Mmu;

/// <summary>
/// A direct-mapped translation lookaside buffer of 4 KiB translations. It is not told when tables change: a translation is used
/// until it is replaced or invalidated, right or wrong, as the architecture allows.
/// </summary>
public sealed class Tlb : ITranslationCache
{
    // A tag has the page in its lower bits; in its upper byte what the translation does not permit, and the mark of those that are not global.
    const int MissingShift = 56;
    const ulong PageBits = (1UL << MissingShift) - 1;
    const ulong LocalMark = 1UL << 63;

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
    public bool TryFind(VirtualAddress va, Rights required, out ulong address) => TryFind(va, Bits(required), out address);

    /// <summary>Looks for a translation that permits what is required.</summary>
    /// <param name="va">The address.</param>
    /// <param name="required">What <see cref="Bits"/> makes of the rights.</param>
    /// <param name="address">The physical address, if there is one.</param>
    /// <returns>Whether there is one. If not, the processor walks.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool TryFind(VirtualAddress va, ulong required, out ulong address)
    {
        ref Slot slot = ref SlotOf(va);
        address = va.Value + slot.Distance;
        return (slot.Tag & (required | PageBits)) == TagOf(va);
    }

    /// <summary>Rights as the bits that must not be missing in a tag; so one comparison decides about page and rights.</summary>
    internal static ulong Bits(Rights rights) => (ulong)rights << MissingShift;

    /// <summary>Keeps the outcome of a walk, in the place of another.</summary>
    public void Fill(VirtualAddress va, Translation translation)
    {
        var missing = Bits(~translation.Rights & Rights.All);
        SlotOf(va) = new Slot(TagOf(va) | missing | (translation.IsGlobal ? 0 : LocalMark), (translation.Frame - va.PageNumber) << IPagingMode.PageShift);
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
        if ((slot.Tag & PageBits) == TagOf(va)) slot = default;
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
            if ((slot.Tag & LocalMark) != 0) slot = default;
        }
    }

    ref Slot SlotOf(VirtualAddress va) => ref slots[(int)va.PageNumber & (slots.Length - 1)];

    /// <summary>Never 0, which is the tag of an empty slot.</summary>
    static ulong TagOf(VirtualAddress va) => va.PageNumber + 1;

    /// <param name="Tag">The page's tag, what is missing, and <see cref="LocalMark"/>.</param>
    /// <param name="Distance">From an address to where it is in memory.</param>
    readonly record struct Slot(ulong Tag, ulong Distance);
}
