namespace Vm.Generators.Ir;

/// <summary>What a field's readers and writers must hold.</summary>
abstract record Guard;

/// <summary>This lock.</summary>
sealed record Guarded(string LockClass) : Guard;

/// <summary>All to write, any to read.</summary>
sealed record GuardedAny(EquatableArray<string> Locks) : Guard;

/// <summary>Nothing: the field does not change.</summary>
sealed record ConstantGuard : Guard;

/// <summary>The field is itself a lock of this class.</summary>
sealed record LockGuard(string LockClass) : Guard;

/// <summary>Nothing is declared.</summary>
sealed record Unguarded : Guard;

/// <summary>While a flag of the row is true, this lock guards the field in place of its guard.</summary>
sealed record GuardedWhile(string Flag, string LockClass);

/// <summary>Where the lock of a class is that guards a row's fields: in the row that a field, or a function of the row's handle, names.</summary>
sealed record RowLock(string LockClass, string By);
