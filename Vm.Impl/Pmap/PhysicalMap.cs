using Vm.Paging;
using Vm.Resident;

namespace Vm.Pmap;

/// <summary>
/// The machine-dependent map of one address space (<c>pmap_t</c>): its page tables, and the invalidations that their changes ask for.
/// Addresses are rounded down to pages. Any thread may call; each operation holds the lock of <see cref="PhysicalMaps{TPaging}"/>.
/// </summary>
/// <typeparam name="TPaging">The paging mode.</typeparam>
public sealed class PhysicalMap<TPaging> where TPaging : struct, IPagingMode
{
    readonly PhysicalMaps<TPaging> maps;
    readonly PageTables<TPaging> tables;
    readonly ulong start;
    readonly ulong end;
    int references = 1;

    internal PhysicalMap(PhysicalMaps<TPaging> maps, uint root, bool isKernel)
    {
        this.maps = maps;
        IsKernel = isKernel;
        var split = KernelHalf.RootIndex<TPaging>();
        tables = isKernel
            ? new(maps.Memory, root, split, TPaging.Entries(TPaging.Levels))
            : new(maps.Memory, root, 0, split);
        (start, end) = isKernel ? (maps.VirtualStart, maps.VirtualEnd) : (0, KernelHalf.UserEnd<TPaging>());
    }

    /// <summary>Whether this is the kernel's own (<c>kernel_pmap</c>), whose mappings are in all address spaces.</summary>
    public bool IsKernel { get; }

    /// <summary>Physical address of the root table, for CR3.</summary>
    public ulong RootAddress => tables.RootAddress;

    /// <summary>Number of mapped pages (<c>pmap_resident_count</c>).</summary>
    public int ResidentCount { get; private set; }

    /// <summary>Number of wired mappings.</summary>
    public int WiredCount { get; private set; }

    internal PageTables<TPaging> Tables => tables;

    /// <summary>One more holder of the map (<c>pmap_reference</c>).</summary>
    public void Reference()
    {
        lock (maps.Gate) references++;
    }

    /// <summary>One holder fewer; without any, the map ends and gives its tables back (<c>pmap_destroy</c>).</summary>
    /// <exception cref="InvalidOperationException">It ends with pages still mapped, or is the kernel's.</exception>
    public void Destroy()
    {
        var frames = new List<uint>();
        lock (maps.Gate)
        {
            if (IsKernel) throw new InvalidOperationException("the kernel's map does not end");
            if (references > 1)
            {
                references--;
                return;
            }

            if (ResidentCount != 0) throw new InvalidOperationException($"a map ends with {ResidentCount} pages mapped");
            maps.Forget(this);
            references = 0;
            tables.DetachEmpty(frames, all: true);
            frames.Add(tables.Root);
        }

        foreach (var frame in frames) maps.Tables.Return(frame);
    }

    /// <summary>
    /// Maps a page (<c>pmap_enter</c>), in place of what was mapped there. Without any right the page is unmapped.
    /// The caller holds no lock of the page module that taking a page takes.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The address is not in this map's half.</exception>
    public void Enter(VirtualAddress va, uint frame, Protection protection, bool wired)
    {
        va = PageOf(va);
        if (va.Value < start || va.Value >= end) throw new ArgumentOutOfRangeException(nameof(va), va, $"this map has addresses from 0x{start:x} to 0x{end:x}");
        if (protection == Protection.None)
        {
            Remove(va, Behind(va));
            return;
        }

        while (!TryEnter(va, frame, protection, wired)) AddTable(va);
    }

    /// <returns>False if a table is missing.</returns>
    bool TryEnter(VirtualAddress va, uint frame, Protection protection, bool wired)
    {
        lock (maps.Gate)
        {
            if (!tables.TryFind(va, out var address)) return false;

            var old = tables.Enter(address, frame, protection, user: !IsKernel, wired);
            if (old.Present && old.Frame == frame)
            {
                if (EntrySteps.IsWired(old)) WiredCount--;
            }
            else
            {
                if (old.Present) Forget(va, old);
                maps.Lists.Add(frame, this, va);
                ResidentCount++;
            }

            if (wired) WiredCount++;
            if (old.Present) maps.Update(this, va);
            return true;
        }
    }

    /// <summary>
    /// Takes a page for a table and puts it where the first one is missing. The lock is given up meanwhile; so somebody else may have been faster,
    /// and then the page is given back.
    /// </summary>
    void AddTable(VirtualAddress va)
    {
        if (IsKernel) throw new InvalidOperationException($"the kernel's tables do not grow, and there is none for {va}");

        int missing;
        lock (maps.Gate) missing = tables.Missing(va);
        if (missing == 0) return;

        var frame = maps.TakeTable(missing);
        bool isUsed;
        lock (maps.Gate) isUsed = tables.TryAttach(va, frame);
        if (!isUsed) maps.Tables.Return(frame);
    }

    /// <summary>Unmaps a range of addresses (<c>pmap_remove</c>), the end not included.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The range ends behind this map's half.</exception>
    public void Remove(VirtualAddress first, VirtualAddress behind) => ForEach(first, behind, RemoveMapping);

    /// <summary>
    /// Takes away the rights that are not in <paramref name="protection"/> from a range of addresses (<c>pmap_protect</c>),
    /// the end not included. It gives none. A page without the right to be read is unmapped.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The range ends behind this map's half.</exception>
    public void Protect(VirtualAddress first, VirtualAddress behind, Protection protection) =>
        ForEach(first, behind, (va, address) => Restrict(va, address, protection));

    /// <summary>Makes a mapping wired or pageable (<c>pmap_change_wiring</c>).</summary>
    /// <exception cref="InvalidOperationException">Nothing is mapped there.</exception>
    public void ChangeWiring(VirtualAddress va, bool wired)
    {
        lock (maps.Gate)
        {
            if (!tables.TryFind(va, out var address) || !tables.Read(address).Present)
                throw new InvalidOperationException($"nothing is mapped at {va}");

            var entry = tables.Read(address);
            if (EntrySteps.IsWired(entry) == wired) return;

            WiredCount += wired ? 1 : -1;
            tables.Write(address, EntrySteps.Wire(entry, wired));
        }
    }

    /// <summary>The physical address that an address is mapped to, if it is (<c>pmap_extract</c>).</summary>
    public bool TryExtract(VirtualAddress va, out ulong physicalAddress)
    {
        physicalAddress = 0;
        lock (maps.Gate)
        {
            if (va.Value < start || va.Value >= end || !tables.TryFind(va, out var address)) return false;

            var entry = tables.Read(address);
            if (!entry.Present) return false;

            physicalAddress = (entry.Frame << IPagingMode.PageShift) | va.Offset;
            return true;
        }
    }

    /// <summary>
    /// Gives back the page tables without wired mappings, which are unmapped with them: they are entered again when they are used
    /// (<c>pmap_collect</c>). The kernel's stay.
    /// </summary>
    public void Collect()
    {
        if (IsKernel) return;

        var frames = new List<uint>();
        lock (maps.Gate)
        {
            ForEach(VirtualAddress.Of(start), VirtualAddress.Of(end), (va, address) =>
            {
                if (!tables.HasWiredNeighbour(address)) RemoveMapping(va, address);
            });
            DetachEmpty(frames);
        }

        foreach (var frame in frames) maps.Tables.Return(frame);
    }

    /// <summary>Takes out the tables that map nothing. The caller holds the lock, and gives the frames back without it.</summary>
    internal void DetachEmpty(List<uint> frames)
    {
        tables.DetachEmpty(frames);

        // The processors may remember entries above the leaf, too.
        maps.UpdateAll(this);
    }

    /// <summary>Changes the entry of a listed mapping, under the lock.</summary>
    internal void Restrict(VirtualAddress va, Protection protection) => Restrict(va, EntryOf(va), protection);

    /// <summary>The entry of a listed mapping.</summary>
    internal PageTableEntry Listed(VirtualAddress va) => tables.Read(EntryOf(va));

    /// <summary>Forgets what the processor has noted about a listed mapping.</summary>
    internal void ForgetNoted(VirtualAddress va, FrameAttributes attribute)
    {
        var address = EntryOf(va);
        var entry = tables.Read(address);
        if ((EntrySteps.Noted(entry) & attribute) == 0) return;

        tables.Write(address, EntrySteps.ForgetNoted(entry, attribute));

        // The processor sets the bit again only when it walks again.
        maps.Update(this, va);
    }

    ulong EntryOf(VirtualAddress va) =>
        tables.TryFind(va, out var address) ? address : throw new InvalidOperationException($"{va} is listed as mapped and has no table");

    void ForEach(VirtualAddress first, VirtualAddress behind, Action<VirtualAddress, ulong> change)
    {
        if (behind.Value > end) throw new ArgumentOutOfRangeException(nameof(behind), behind, $"this map ends at 0x{end:x}");
        lock (maps.Gate)
        {
            var va = PageOf(VirtualAddress.Of(Math.Max(first.Value, start)));
            for (; tables.TryFindNext(ref va, behind, out var address); va = Behind(va)) change(va, address);
        }
    }

    void Restrict(VirtualAddress va, ulong address, Protection protection)
    {
        if ((protection & Protection.Read) == 0)
        {
            RemoveMapping(va, address);
            return;
        }

        if (tables.Lower(address, protection)) maps.Update(this, va);
    }

    void RemoveMapping(VirtualAddress va, ulong address)
    {
        Forget(va, tables.Remove(address));
        maps.Update(this, va);
    }

    /// <summary>Takes a mapping off its frame's list and keeps what it knew of the frame.</summary>
    void Forget(VirtualAddress va, PageTableEntry entry)
    {
        var frame = (uint)entry.Frame;
        maps.Lists.Remove(frame, this, va);
        maps.Lists.Attributes(frame) |= EntrySteps.Noted(entry);
        ResidentCount--;
        if (EntrySteps.IsWired(entry)) WiredCount--;
    }

    static VirtualAddress PageOf(VirtualAddress va)
    {
        va.Offset = 0;
        return va;
    }

    static VirtualAddress Behind(VirtualAddress va) => VirtualAddress.Of(va.Value + IPagingMode.PageSize);
}
