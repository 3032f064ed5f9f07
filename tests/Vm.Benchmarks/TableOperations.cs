using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Vm.Resident;
using Vm.Vocabulary;

namespace Vm.Benchmarks;

/// <summary>The module's operations over a batch of keys, in the shape of the loops of <c>native/chain.c</c>. Each leaves the table as it was.</summary>
static class TableOperations
{
    /// <summary>The sum of the pages found. A pointer goes over the keys, as the C compiler makes it.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static ulong Lookup(ResidentModule<Off> module, ReadOnlySpan<Key> keys)
    {
        var sum = 0ul;
        ref var key = ref MemoryMarshal.GetReference(keys);
        ref var end = ref Unsafe.Add(ref key, keys.Length);
        for (; Unsafe.IsAddressLessThan(ref key, ref end); key = ref Unsafe.Add(ref key, 1))
            sum += module.Lookup(key.Object, key.Offset).V;
        return sum;
    }

    /// <summary>Takes each page out and enters it again.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Reinsert(ResidentModule<Off> module, ReadOnlySpan<Key> keys)
    {
        foreach (ref readonly var key in keys)
        {
            module.Remove(key.Page);
            module.Insert(key.Page, key.Object, key.Offset);
        }
    }

    /// <summary>Frees the page under each key and allocates another.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void FreeAlloc(ResidentModule<Off> module, ReadOnlySpan<Key> keys)
    {
        foreach (ref readonly var key in keys)
        {
            using (module.State.PageQueuesLock.Enter<Off>()) module.Free(key.Page);

            // The page freed last is the first of its pool.
            if (module.Alloc(key.Object, key.Offset) != key.Page) throw new InvalidOperationException($"{key.Page} did not come back");
        }
    }

    /// <summary>Takes a free page and gives it back, once for each key.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void GrabRelease(ResidentModule<Off> module, ReadOnlySpan<Key> keys)
    {
        for (var i = 0; i < keys.Length; i++) module.Release(module.Grab(), laundry: false, externalLaundry: false);
    }

    /// <summary>Puts another page under each key, and the old one back.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Replace(ResidentModule<Off> module, ReadOnlySpan<Key> keys)
    {
        foreach (ref readonly var key in keys)
        {
            module.Replace(module.Grab(), key.Object, key.Offset);

            // The old page was freed last.
            module.Replace(module.Grab(), key.Object, key.Offset);
        }
    }
}
