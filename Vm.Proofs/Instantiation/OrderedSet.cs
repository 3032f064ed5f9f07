namespace Vm.Proofs.Instantiation;

/// <summary>A set that knows in which order its elements came, and forgets those that came after a mark.</summary>
sealed class OrderedSet<T> where T : notnull
{
    readonly HashSet<T> known = [];
    readonly List<T> elements = [];
    int marked;

    /// <summary>The elements in the order in which they came.</summary>
    public IReadOnlyList<T> Elements => elements;

    /// <summary>The number of elements.</summary>
    public int Count => elements.Count;

    /// <summary>How many of the elements, from the first on, whoever works through them has dealt with.</summary>
    public int Done { get; set; }

    public T this[int index] => elements[index];

    /// <returns>Whether the element is new.</returns>
    public bool Add(T element)
    {
        if (!known.Add(element)) return false;
        elements.Add(element);
        return true;
    }

    /// <summary>Remembers the elements there are; there is one mark at a time.</summary>
    public void Mark() => marked = elements.Count;

    /// <summary>Forgets all that came after the mark.</summary>
    public void Forget()
    {
        for (var i = marked; i < elements.Count; i++) known.Remove(elements[i]);
        elements.RemoveRange(marked, elements.Count - marked);
        Done = Math.Min(Done, marked);
    }
}
