using Vm.Physical;
using Vm.Resident;
using Vm.Vocabulary;

namespace Vm.Benchmarks;

/// <summary>How many pages, in how many objects.</summary>
/// <param name="Pages">Frames of the module, a power of two, which is then also the number of the bare chain's buckets.</param>
/// <param name="Objects">One object has its pages at random offsets; several are filled from their beginning, one behind the other.</param>
sealed record Size(int Pages, int Objects)
{
    public override string ToString() => $"2^{int.Log2(Pages)} pages" + (Objects == 1 ? "" : $" in {Objects:N0} objects");
}

/// <summary>The same keys in the module and in the bare chain, under the same page numbers, and as many keys that are in neither.</summary>
sealed class Workload : IDisposable
{
    /// <summary>Keys of one batch: enough to hide the call, and few enough that another process seldom comes in between.</summary>
    public const int Batch = 1 << 10;

    /// <summary>Frames that stay free for the operations that need one.</summary>
    const int Spare = 64;

    const int Seed = 20260923;

    readonly Key[] present;
    readonly Key[] absent;
    int next;

    public Workload(Size size)
    {
        Module = ResidentModule<Off>.Bootstrap(new BootSegment(0, (uint)size.Pages, 0), size.Objects);
        var random = new Random(Seed);
        var objects = Enumerable.Range(0, size.Objects).Select(_ => Module.CreateObject(isInternal: true, size: ulong.MaxValue)).ToList();
        var keys = size.Objects == 1 ? RandomKeys(objects[0], 2 * size.Pages, random) : DenseKeys(objects, size.Pages / size.Objects);

        random.Shuffle(keys.AsSpan(0, size.Pages));
        for (var i = 0; i < size.Pages - Spare; i++) keys[i] = keys[i] with { Page = Module.Alloc(keys[i].Object, keys[i].Offset) };

        Chain = new((uint)size.Pages, (uint)size.Pages);
        Chain.Insert(keys.AsSpan(0, size.Pages - Spare));
        present = Batches(keys.AsSpan(0, size.Pages - Spare), random);
        absent = Batches(keys.AsSpan(size.Pages), random);
    }

    public ResidentModule<Off> Module { get; }

    public NativeChain Chain { get; }

    /// <summary>The next batch of keys that are in the table.</summary>
    public ReadOnlySpan<Key> Present => present.AsSpan(next, Batch);

    /// <summary>The next batch of keys that are not.</summary>
    public ReadOnlySpan<Key> Absent => absent.AsSpan(next, Batch);

    /// <summary>Goes on to the next batch.</summary>
    public void Advance() => next = (next + Batch) % present.Length;

    /// <summary><see cref="Present"/>, each time another batch.</summary>
    public ReadOnlySpan<Key> NextPresent()
    {
        Advance();
        return Present;
    }

    /// <summary><see cref="Absent"/>, each time another batch.</summary>
    public ReadOnlySpan<Key> NextAbsent()
    {
        Advance();
        return Absent;
    }

    public void Dispose() => Chain.Dispose();

    static Key[] RandomKeys(ObjectId obj, int count, Random random)
    {
        var pages = new HashSet<uint>(count);
        while (pages.Count < count) pages.Add((uint)random.Next());
        return [.. pages.Select(page => new Key(page * ResidentState.PageSize, obj, default))];
    }

    /// <summary>The pages of each object, then as many behind the end of each.</summary>
    static Key[] DenseKeys(IReadOnlyList<ObjectId> objects, int pages) =>
    [
        .. from start in new[] { 0, pages }
           from obj in objects
           from page in Enumerable.Range(start, pages)
           select new Key((ulong)page * ResidentState.PageSize, obj, default),
    ];

    /// <summary>Keys in random order, at least a million: a smaller table gives each of its keys several times.</summary>
    static Key[] Batches(ReadOnlySpan<Key> keys, Random random)
    {
        var batches = new Key[1 << 20];
        for (var i = 0; i < batches.Length; i++) batches[i] = keys[random.Next(keys.Length)];
        return batches;
    }
}
