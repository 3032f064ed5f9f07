namespace Vm.Vocabulary;

/// <summary>Marks the enum that names a component's lock classes, outermost first. Acquiring against that order is a defect.</summary>
[AttributeUsage(AttributeTargets.Enum)]
public sealed class LockOrderAttribute : Attribute;

/// <summary>Marks a <see cref="SimpleLock"/> or <see cref="SequenceLock"/> field as an instance of a lock class.</summary>
[AttributeUsage(AttributeTargets.Field)]
public sealed class LockClassAttribute : Attribute
{
    /// <param name="lockClass">A member of the <see cref="LockOrderAttribute"/> enum.</param>
    public LockClassAttribute(object lockClass) => LockClass = lockClass;

    /// <summary>The lock class.</summary>
    public object LockClass { get; }
}

/// <summary>The field is read and written only with this lock held.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class GuardedByAttribute : Attribute
{
    /// <param name="lockClass">A member of the <see cref="LockOrderAttribute"/> enum.</param>
    public GuardedByAttribute(object lockClass) => LockClass = lockClass;

    /// <summary>The lock class.</summary>
    public object LockClass { get; }
}

/// <summary>Mach's two-letter rule: written only with all of these locks held, read with any of them.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class GuardedByAnyAttribute : Attribute
{
    /// <param name="first">One lock class.</param>
    /// <param name="second">Another.</param>
    /// <param name="third">A third, if there is one.</param>
    public GuardedByAnyAttribute(object first, object second, object? third = null) => (First, Second, Third) = (first, second, third);

    /// <summary>One lock class.</summary>
    public object First { get; }

    /// <summary>Another lock class.</summary>
    public object Second { get; }

    /// <summary>A third lock class, or null.</summary>
    public object? Third { get; }
}

/// <summary>While a flag of the row is true, this lock guards the field in place of its other guard.</summary>
/// <param name="flag">A boolean field of the row.</param>
/// <param name="lockClass">A member of the <see cref="LockOrderAttribute"/> enum.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class GuardedWhileAttribute(string flag, object lockClass) : Attribute
{
    /// <summary>The flag.</summary>
    public string Flag { get; } = flag;

    /// <summary>The lock class.</summary>
    public object LockClass { get; } = lockClass;
}

/// <summary>The field does not change after the component is set up, so reading it needs no lock.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class ConstantAttribute : Attribute;

/// <summary>Shared shape of the lock clauses of a contract: a lock class and the instance that is meant.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public abstract class LockClauseAttribute : Attribute
{
    /// <param name="lockClass">A member of the <see cref="LockOrderAttribute"/> enum.</param>
    /// <param name="of">
    /// The instance: empty for a lock of the state itself, a parameter (<c>"obj"</c>) or a field of a parameter's row
    /// (<c>"mem.Object"</c>).
    /// </param>
    protected LockClauseAttribute(object lockClass, string of) => (LockClass, Of) = (lockClass, of);

    /// <summary>The lock class.</summary>
    public object LockClass { get; }

    /// <summary>The instance, see the constructor.</summary>
    public string Of { get; }

    /// <summary>
    /// A field of a parameter's row that is true or false (<c>"mem.Tabled"</c>): the clause applies if it is true at entry.
    /// Empty: the clause always applies.
    /// </summary>
    public string When { get; init; } = "";
}

/// <summary>The caller holds this lock, before and after.</summary>
public sealed class MustHoldAttribute(object lockClass, string of = "") : LockClauseAttribute(lockClass, of);

/// <summary>The caller does not hold this lock, because the operation takes it or waits for who holds it.</summary>
public sealed class MustNotHoldAttribute(object lockClass, string of = "") : LockClauseAttribute(lockClass, of);

/// <summary>The operation takes this lock and gives it back before it returns.</summary>
public sealed class AcquiresAttribute(object lockClass, string of = "") : LockClauseAttribute(lockClass, of);

/// <summary>The caller holds this lock on entry and no longer on return.</summary>
public sealed class ReleasesAttribute(object lockClass, string of = "") : LockClauseAttribute(lockClass, of);

/// <summary>The caller holds this lock on return and did not on entry.</summary>
public sealed class ReturnsHoldingAttribute(object lockClass, string of = "") : LockClauseAttribute(lockClass, of);
