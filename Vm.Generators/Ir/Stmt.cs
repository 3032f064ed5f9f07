namespace Vm.Generators.Ir;

/// <summary>A statement.</summary>
abstract record Stmt;

/// <summary>Declares a local.</summary>
sealed record Let(string Name, string Type, Expr Value) : Stmt;

sealed record Assign(Place Target, Expr Value) : Stmt;

/// <summary>A ref local: the handle is evaluated here, once.</summary>
sealed record Alias(string Name, string Table, Expr Handle) : Stmt;

sealed record If(Expr Condition, EquatableArray<Stmt> Then, EquatableArray<Stmt> Else) : Stmt;

/// <param name="Decreases">The variant, or null.</param>
sealed record While(Expr Condition, EquatableArray<Expr> Invariants, Expr? Decreases, EquatableArray<Stmt> Body) : Stmt;

/// <summary>Runs with a lock held; leaving in any way releases it.</summary>
sealed record Locked(Place Lock, EquatableArray<Stmt> Body) : Stmt;

/// <summary>
/// Reads what a lock guards while nobody writes it, without taking the lock. If somebody came in between, the operation begins
/// anew; up to there it has changed nothing but locals.
/// </summary>
sealed record ReadUnder(Place Lock, EquatableArray<Stmt> Body) : Stmt;

sealed record Acquire(Place Lock) : Stmt;

sealed record Release(Place Lock) : Stmt;

/// <summary>An obligation of the proof, afterwards a fact.</summary>
sealed record Assertion(Expr Condition) : Stmt;

/// <summary>Ends the path; the proof shows that it is not reached.</summary>
sealed record Panic(string Function, string Clause) : Stmt;

sealed record Return(Expr? Value) : Stmt;

sealed record Break : Stmt;

sealed record Continue : Stmt;

/// <summary>A call whose result, if any, is not used.</summary>
sealed record Invoke(Invocation Invocation) : Stmt;

/// <summary>A row enters a ghost set.</summary>
sealed record GhostAdd(string Set, Expr Row) : Stmt;

/// <summary>A row leaves a ghost set.</summary>
sealed record GhostRemove(string Set, Expr Row) : Stmt;
