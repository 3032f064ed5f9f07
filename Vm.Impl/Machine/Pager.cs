using Vm.Kernel;
using Vm.Mmu;
using Vm.Resident;
using Vm.Vocabulary;

namespace Vm.Machine;

/// <summary>
/// The default pager, which keeps pages in the host's memory, and the files of programs, which are only read. What is returned to it waits
/// until it is served; a request for data comes behind all that was returned before.
/// </summary>
/// <typeparam name="TMode">How much the module checks.</typeparam>
sealed class Pager<TMode>(ResidentModule<TMode> module, PhysicalMemory memory) : IPagers
    where TMode : struct, ICheckMode
{
    readonly Lock gate = new();
    readonly Queue<(ObjectId Object, ulong Offset, ObjectId Copy)> returned = [];
    readonly Dictionary<ObjectId, Dictionary<ulong, byte[]>> objects = [];
    readonly HashSet<ObjectId> files = [];

    /// <summary>Pages that were returned and kept.</summary>
    public long Writes { get; private set; }

    /// <inheritdoc/>
    public bool IsDefault(ObjectId obj) => !files.Contains(obj);

    /// <summary>From here on an object's pages are those of a program's file.</summary>
    public void Open(ObjectId file)
    {
        lock (gate) files.Add(file);
    }

    /// <summary>An object has ended, and nobody will ask for its pages.</summary>
    public void Forget(ObjectId obj)
    {
        lock (gate)
        {
            Serve();
            objects.Remove(obj);
            files.Remove(obj);
        }
    }

    /// <inheritdoc/>
    public void DataReturn(ObjectId obj, ulong offset, ObjectId copy, bool isDirty)
    {
        lock (gate) returned.Enqueue((obj, offset, copy));
    }

    /// <summary>Keeps what was returned, and frees its memory. The default pager is privileged.</summary>
    public void Serve()
    {
        lock (gate)
        {
            var wasPrivileged = KernelThread.VmPrivilege;
            KernelThread.VmPrivilege = true;
            try
            {
                while (returned.TryDequeue(out var page)) Keep(page.Object, page.Offset, page.Copy);
            }
            finally
            {
                KernelThread.VmPrivilege = wasPrivileged;
            }
        }
    }

    /// <summary>Whether the pager has a page.</summary>
    public bool Has(ObjectId obj, ulong offset)
    {
        lock (gate)
        {
            Serve();
            return files.Contains(obj) || (objects.TryGetValue(obj, out var pages) && pages.ContainsKey(offset));
        }
    }

    /// <summary>Gives back the contents of a page, which it has.</summary>
    public void Read(ObjectId obj, ulong offset, Span<byte> contents)
    {
        lock (gate)
        {
            if (files.Contains(obj)) SharedText.Read(offset / ResidentState.PageSize, contents);
            else objects[obj][offset].CopyTo(contents);
        }
    }

    void Keep(ObjectId obj, ulong offset, ObjectId copy)
    {
        PageId mem;
        using (module.State.Objects[copy].Lock.Enter()) mem = module.Lookup(copy, 0);

        var contents = memory.Frame((uint)module.State.Pages[mem].Frame);
        if (!objects.TryGetValue(obj, out var pages)) objects[obj] = pages = [];
        if (pages.TryGetValue(offset, out var kept)) contents.CopyTo(kept);
        else pages[offset] = contents.ToArray();
        Writes++;
        module.TerminateObject(copy);
    }
}
