namespace Vm.Vocabulary;

/// <summary>
/// A class of locks: a member of a <see cref="LockOrderAttribute"/> enum, as watched locks carry it, and whether its locks are
/// in rows. There is one of each kind in a process.
/// </summary>
public sealed class LockClass
{
    /// <summary>What fits into the bits that a lock has for it, 0 excluded.</summary>
    internal const int Most = 63;

    static readonly Lock gate = new();

    // Entered before its code is given to any lock, and never changed.
    static readonly LockClass?[] known = new LockClass?[Most + 1];
    static int count;

    LockClass(Enum member, bool isOfRows, int code) => (Member, IsOfRows, Code) = (member, isOfRows, code);

    /// <summary>The member of the enum.</summary>
    public Enum Member { get; }

    /// <summary>Its name, as contracts have it.</summary>
    public string Name => Member.ToString();

    /// <summary>Whether each row of a table has such a lock; otherwise the state has it.</summary>
    public bool IsOfRows { get; }

    /// <summary>Where the class stands in the order of locks; outer locks first.</summary>
    public int Rank => Convert.ToInt32(Member, System.Globalization.CultureInfo.InvariantCulture);

    internal int Code { get; }

    /// <summary>The class of the locks of the state, or of its rows, that are marked with a member of an enum.</summary>
    /// <exception cref="InvalidOperationException">The process knows too many classes.</exception>
    public static LockClass Of(Enum member, bool isOfRows)
    {
        lock (gate)
        {
            var found = known.FirstOrDefault(c => c is not null && c.Member.Equals(member) && c.IsOfRows == isOfRows);
            if (found is not null) return found;
            if (count == Most) throw new InvalidOperationException($"a process watches locks of at most {Most} classes");

            count++;
            return known[count] = new LockClass(member, isOfRows, count);
        }
    }

    internal static LockClass WithCode(int code) => known[code]!;

    /// <inheritdoc/>
    public override string ToString() => Name;
}
