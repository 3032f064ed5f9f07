namespace Vm.Vocabulary;

/// <summary>
/// Where the lock of a class is that guards a row's fields, if it is not in the row itself: in the row of another table. (The state's
/// own locks need no such word.)
/// </summary>
/// <param name="lockClass">A member of the <see cref="LockOrderAttribute"/> enum.</param>
/// <param name="by">The handle of the row with the lock: a field of this row, or a <see cref="PureAttribute"/> function of this row's handle.</param>
[AttributeUsage(AttributeTargets.Struct, AllowMultiple = true)]
public sealed class LockedByAttribute(object lockClass, string by) : Attribute
{
    /// <summary>The lock class.</summary>
    public object LockClass { get; } = lockClass;

    /// <summary>The field or function.</summary>
    public string By { get; } = by;
}

/// <summary>
/// Says which rows of a table belong to nobody but their holder: those of which none of these flags is true. Who clears the last of
/// them owns the row, and needs no lock for its fields until a flag is true again; who sets one gives the row up. The flags exclude
/// each other.
/// </summary>
/// <param name="flags">Boolean fields of the row.</param>
[AttributeUsage(AttributeTargets.Struct)]
public sealed class OwnedUnlessAttribute(params string[] flags) : Attribute
{
    /// <summary>The fields.</summary>
    public string[] Flags { get; } = flags;
}

/// <summary>Shared shape of the clauses of a contract about who owns a row, see <see cref="OwnedUnlessAttribute"/>.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public abstract class OwnershipClauseAttribute : Attribute
{
    /// <param name="row">A parameter, or <c>"result"</c>.</param>
    protected OwnershipClauseAttribute(string row) => Row = row;

    /// <summary>A parameter, or <c>"result"</c>.</summary>
    public string Row { get; }
}

/// <summary>The caller owns the row at entry, and keeps it unless it is given up.</summary>
public sealed class OwnsAttribute(string row) : OwnershipClauseAttribute(row)
{
    /// <summary>A field of a parameter's row (<c>"mem.Tabled"</c>): the clause applies if it is false at entry. Empty: it always applies.</summary>
    public string Unless { get; init; } = "";
}

/// <summary>On return the row is no longer the caller's own: it is in a table or on a list.</summary>
public sealed class GivesUpAttribute(string row) : OwnershipClauseAttribute(row);

/// <summary>On return the caller owns the row, if it is not null.</summary>
public sealed class ReturnsOwnedAttribute(string row = "result") : OwnershipClauseAttribute(row);

/// <summary>A method of the world outside takes a lock if it is free, and answers whether it did. As it does not wait, the lock order does not matter.</summary>
/// <param name="lockClass">A member of the <see cref="LockOrderAttribute"/> enum.</param>
/// <param name="of">The parameter whose row has the lock.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class TriesLockAttribute(object lockClass, string of) : Attribute
{
    /// <summary>The lock class.</summary>
    public object LockClass { get; } = lockClass;

    /// <summary>The parameter.</summary>
    public string Of { get; } = of;
}

/// <summary>The operation uses guarded fields without their locks, and that is right. Listed by <c>vm audit</c>.</summary>
/// <param name="reason">Why it is right.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class UnlockedAttribute(string reason) : Attribute
{
    /// <summary>Why it is right.</summary>
    public string Reason { get; } = reason;
}
