using Vm.Mmu;
using Vm.Resident;
using Vm.Vocabulary;

namespace Vm.Machine;

/// <summary>
/// The default pager, which keeps pages in the host's memory. What is returned to it waits until it is served; a request for
/// data comes behind all that was returned before.
/// </summary>
/// <typeparam name="TMode">How much the module checks.</typeparam>
sealed class Pager<TMode>(ResidentModule<TMode> module, PhysicalMemory memory) : IPagers
    where TMode : struct, ICheckMode
{
    readonly Lock gate = new();
    readonly Queue<(ObjectId Object, ulong Offset, ObjectId Copy)> returned = [];
    readonly Dictionary<(ObjectId Object, ulong Offset), byte[]> pages = [];

    /// <summary>Pages that were returned and kept.</summary>
    public long Writes { get; private set; }

    /// <inheritdoc/>
    public bool IsDefault(ObjectId obj) => true;

    /// <inheritdoc/>
    public void DataReturn(ObjectId obj, ulong offset, ObjectId copy, bool isDirty)
    {
        lock (gate) returned.Enqueue((obj, offset, copy));
    }

    /// <summary>Keeps what was returned, and frees its memory.</summary>
    public void Serve()
    {
        lock (gate)
        {
            while (returned.TryDequeue(out var page)) Keep(page.Object, page.Offset, page.Copy);
        }
    }

    /// <summary>Gives back the contents of a page.</summary>
    /// <returns>Whether the pager has it.</returns>
    public bool TryRead(ObjectId obj, ulong offset, Span<byte> contents)
    {
        lock (gate)
        {
            Serve();
            var isKept = pages.TryGetValue((obj, offset), out var kept);
            kept.CopyTo(contents);
            return isKept;
        }
    }

    void Keep(ObjectId obj, ulong offset, ObjectId copy)
    {
        PageId mem;
        using (module.State.Objects[copy].Lock.Enter()) mem = module.Lookup(copy, 0);

        var contents = memory.Frame((uint)module.State.Pages[mem].Frame);
        if (pages.TryGetValue((obj, offset), out var kept)) contents.CopyTo(kept);
        else pages[(obj, offset)] = contents.ToArray();
        Writes++;
        module.TerminateObject(copy);
    }
}
