namespace Vm.Vocabulary;

/// <summary>
/// The words of clauses. Every one of them runs (that is the run-time check) and is lowered (that is the proof), except
/// where the summary says that it is for the proof alone.
/// </summary>
public static class Spec
{
    /// <summary>Every row of the table satisfies the body.</summary>
    public static bool ForAll<T>(IEnumerable<T> table, Func<T, bool> body) => table.All(body);

    /// <summary>Some row of the table satisfies the body.</summary>
    public static bool Exists<T>(IEnumerable<T> table, Func<T, bool> body) => table.Any(body);

    /// <summary>The number of rows that satisfy the body.</summary>
    public static int Count<T>(IEnumerable<T> table, Func<T, bool> body) => table.Count(body);

    /// <summary>No two rows among those that satisfy <paramref name="where"/> have the same key.</summary>
    public static bool Unique<T, TKey>(IEnumerable<T> table, Func<T, bool> where, Func<T, TKey> key)
    {
        var seen = new HashSet<TKey>();
        return table.Where(where).All(row => seen.Add(key(row)));
    }

    /// <summary>
    /// Singly linked lists, newest member first: walking from each head along <paramref name="next"/> visits exactly the
    /// rows that are a <paramref name="member"/> with that <paramref name="key"/>, each once, and ends at null.
    /// </summary>
    /// <param name="heads">The table of list heads.</param>
    /// <param name="rows">The table of possible members.</param>
    /// <param name="head">The first member of a list, or null.</param>
    /// <param name="next">The member behind a member, or null.</param>
    /// <param name="member">Whether a row is in a list.</param>
    /// <param name="key">The list that a member is in.</param>
    public static bool Chain<THead, T>(
        IEnumerable<THead> heads, IEnumerable<T> rows,
        Func<THead, T> head, Func<T, T> next, Func<T, bool> member, Func<T, THead> key)
        where THead : struct where T : struct =>
        Lists.AreExact(heads, rows, head, next, member, key);

    /// <summary>
    /// Doubly linked lists, oldest member first: as <see cref="Chain{THead,T}"/>, and <paramref name="prev"/> and
    /// <paramref name="last"/> give the same walk backwards.
    /// </summary>
    public static bool Queue<THead, T>(
        IEnumerable<THead> heads, IEnumerable<T> rows,
        Func<THead, T> first, Func<THead, T> last, Func<T, T> next, Func<T, T> prev,
        Func<T, bool> member, Func<T, THead> key)
        where THead : struct where T : struct
    {
        // Evaluated twice over the same members: once forwards, once backwards.
        var (headList, rowList) = (heads.ToList(), rows.ToList());
        return Lists.AreExact(headList, rowList, first, next, member, key)
            && Lists.AreExact(headList, rowList, last, prev, member, key)
            && Lists.AreMirrored(headList, first, next, prev);
    }

    /// <summary>The value that the expression had when the operation was entered. Only in an <see cref="EnsuresAttribute"/> clause and in loop invariants.</summary>
    public static T Old<T>(T value) => throw ProofOnly(nameof(Old));

    /// <summary>The operation's result. Only in an <see cref="EnsuresAttribute"/> clause.</summary>
    public static T Result<T>() => throw ProofOnly(nameof(Result));

    /// <summary>
    /// For the proof alone: a number that falls from each member of a declared <see cref="Chain{THead,T}"/> to the next
    /// (and rises along a <see cref="Queue{THead,T}"/>). For loop invariants and variants of walks.
    /// </summary>
    /// <param name="list">The invariant that declares the list.</param>
    /// <param name="row">A member.</param>
    public static long Rank<T>(Delegate list, T row) => throw ProofOnly(nameof(Rank));

    static InvalidOperationException ProofOnly(string word) =>
        new($"Spec.{word} has a meaning only where the generator weaves or lowers it.");
}
