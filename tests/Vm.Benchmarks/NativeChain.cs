using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

// Keys cross as they are.
[assembly: DisableRuntimeMarshalling]

namespace Vm.Benchmarks;

/// <summary>The bare hash chain of <c>native/chain.c</c>. One call takes a whole batch of keys.</summary>
sealed partial class NativeChain(uint nodes, uint buckets) : IDisposable
{
    const string Library = "vmchain";

    readonly nint chain = Create(nodes, buckets);

    /// <summary>Whether the C compiler was there when this project was built.</summary>
    public static bool IsBuilt => NativeLibrary.TryLoad(Library, typeof(NativeChain).Assembly, null, out _);

    public void Insert(ReadOnlySpan<Key> keys) => Insert(chain, keys, keys.Length);

    /// <summary>The sum of the nodes found.</summary>
    public ulong Lookup(ReadOnlySpan<Key> keys) => Lookup(chain, keys, keys.Length);

    public void Reinsert(ReadOnlySpan<Key> keys) => Reinsert(chain, keys, keys.Length);

    public void Dispose() => Destroy(chain);

    [LibraryImport(Library, EntryPoint = "chain_create")]
    private static partial nint Create(uint nodes, uint buckets);

    [LibraryImport(Library, EntryPoint = "chain_destroy")]
    private static partial void Destroy(nint chain);

    [LibraryImport(Library, EntryPoint = "chain_insert")]
    private static partial void Insert(nint chain, ReadOnlySpan<Key> keys, int count);

    [LibraryImport(Library, EntryPoint = "chain_lookup")]
    private static partial ulong Lookup(nint chain, ReadOnlySpan<Key> keys, int count);

    [LibraryImport(Library, EntryPoint = "chain_reinsert")]
    private static partial void Reinsert(nint chain, ReadOnlySpan<Key> keys, int count);
}
