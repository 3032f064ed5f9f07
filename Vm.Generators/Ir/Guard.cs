namespace Vm.Generators.Ir;

/// <summary>What a field's readers and writers must hold.</summary>
abstract record Guard;

/// <summary>This lock.</summary>
sealed record Guarded(string LockClass) : Guard;

/// <summary>Both to write, either to read.</summary>
sealed record GuardedAny(string First, string Second) : Guard;

/// <summary>Nothing: the field does not change.</summary>
sealed record ConstantGuard : Guard;

/// <summary>The field is itself a lock of this class.</summary>
sealed record LockGuard(string LockClass) : Guard;

/// <summary>Nothing is declared.</summary>
sealed record Unguarded : Guard;
