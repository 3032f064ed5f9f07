namespace Vm.Vocabulary;

/// <summary>The run-time meaning of <see cref="Spec.Chain{THead,T}"/> and <see cref="Spec.Queue{THead,T}"/>: a walk.</summary>
static class Lists
{
    public static bool AreExact<THead, T>(
        IEnumerable<THead> heads, IEnumerable<T> rows,
        Func<THead, T> head, Func<T, T> next, Func<T, bool> member, Func<T, THead> key)
        where THead : struct where T : struct
    {
        var visited = new HashSet<T>();
        foreach (var list in heads)
        {
            for (var row = head(list); !IsNull(row); row = next(row))
            {
                if (!member(row) || !key(row).Equals(list) || !visited.Add(row)) return false;
            }
        }

        return rows.All(row => !member(row) || visited.Contains(row));
    }

    public static bool AreMirrored<THead, T>(IEnumerable<THead> heads, Func<THead, T> first, Func<T, T> next, Func<T, T> prev)
        where T : struct
    {
        foreach (var list in heads)
        {
            var before = default(T);
            for (var row = first(list); !IsNull(row); row = next(row))
            {
                if (!prev(row).Equals(before)) return false;
                before = row;
            }
        }

        return true;
    }

    static bool IsNull<T>(T row) where T : struct => row.Equals(default(T));
}
