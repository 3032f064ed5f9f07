namespace Vm.Kernel;

/// <summary>
/// A cache of structures of one kind (<c>kmem_cache_init</c>, <c>kmem_cache_alloc</c>, <c>kmem_cache_free</c>): consecutive rows of a table,
/// the one given back last handed out first.
/// </summary>
/// <param name="name">What the structures are.</param>
/// <param name="first">The first row.</param>
/// <param name="count">The number of rows.</param>
public sealed class SlabCache(string name, uint first, int count)
{
    readonly Lock gate = new();
    readonly Stack<uint> returned = [];
    uint used;

    /// <summary>What the structures are.</summary>
    public string Name => name;

    /// <summary>Structures in use.</summary>
    public int InUse
    {
        get
        {
            lock (gate) return (int)used - returned.Count;
        }
    }

    /// <summary>Hands out a structure, which holds whatever it held before.</summary>
    /// <returns>False if there is none.</returns>
    public bool TryAlloc(out uint row)
    {
        lock (gate)
        {
            if (returned.TryPop(out row)) return true;
            if (used >= count) return false;

            row = first + used++;
            return true;
        }
    }

    /// <summary>Takes a structure back.</summary>
    /// <exception cref="ArgumentException">It is not in use.</exception>
    public void Free(uint row)
    {
        lock (gate)
        {
            if (row < first || row >= first + used || returned.Contains(row))
                throw new ArgumentException($"{name}: structure {row} is not in use", nameof(row));
            returned.Push(row);
        }
    }
}
