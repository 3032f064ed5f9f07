using System.Numerics;

namespace Vm.Generators.Ir;

/// <summary>A declaration of an assembly.</summary>
/// <param name="Name">The C# name.</param>
abstract record IrItem(string Name)
{
    /// <summary>The keywords of the kinds of items, in the order in which a file lists them.</summary>
    public static readonly IReadOnlyList<string> Kinds =
        ["handle", "enum", "row", "state", "pure", "opaque", "invariant", "abstract", "contract", "op", "inline", "external"];
}

/// <summary>The name of a row.</summary>
/// <param name="Nullable">Whether the value 0 names no row.</param>
sealed record HandleItem(string Name, bool Nullable) : IrItem(Name);

/// <summary>An enumeration; also the lock classes, outermost first.</summary>
/// <param name="Underlying">The integer type that it is stored in.</param>
sealed record EnumItem(string Name, string Underlying, EquatableArray<EnumMember> Members) : IrItem(Name);

sealed record EnumMember(string Name, BigInteger Value);

/// <summary>A struct that is the row of a table.</summary>
/// <param name="Locks">Where locks are that guard its fields and stand in rows of other tables.</param>
/// <param name="OwnedUnless">Flags: a row of which none is true belongs to its holder. Empty: no row does.</param>
sealed record RowItem(
    string Name, EquatableArray<FieldDeclaration> Fields,
    EquatableArray<RowLock> Locks = default, EquatableArray<string> OwnedUnless = default) : IrItem(Name);

/// <summary>A field of a row or a scalar of the state.</summary>
/// <param name="Bits">Values are below 2^<paramref name="Bits"/>; null: the type's own range.</param>
/// <param name="While">Another guard, for rows with a flag; null: there is none.</param>
sealed record FieldDeclaration(string Name, string Type, Guard Guard, int? Bits = null, GuardedWhile? While = null);

/// <summary>The component's state.</summary>
sealed record StateItem(
    string Name,
    EquatableArray<TableDeclaration> Tables,
    EquatableArray<FieldDeclaration> Globals,
    EquatableArray<GhostDeclaration> Ghosts) : IrItem(Name);

sealed record TableDeclaration(string Name, string Handle, string Row);

/// <summary>A set of rows that only the proof sees.</summary>
sealed record GhostDeclaration(string Name, string Handle);

/// <summary>A parameter or a bound variable.</summary>
sealed record Binder(string Name, string Type);

/// <summary>A function without side effects.</summary>
/// <param name="Opaque">The proof uses only that equal arguments give equal results.</param>
sealed record FunctionItem(string Name, bool Opaque, EquatableArray<Binder> Parameters, string Type, Expr Body) : IrItem(Name);

/// <summary>A clause that holds between operations, for all rows that its parameters can name.</summary>
sealed record InvariantItem(Clause Clause) : IrItem(Clause.Name);

/// <summary>A stage in the life of the rows that its one parameter can name.</summary>
sealed record AbstractStateItem(Clause Clause) : IrItem(Clause.Name);

/// <summary>A named predicate of an invariant, requires or ensures.</summary>
/// <param name="Sentence">The predicate in words.</param>
/// <param name="WholeState">It looks at whole tables.</param>
sealed record Clause(string Name, string Sentence, bool WholeState, EquatableArray<Binder> Parameters, Expr Body);

/// <summary>What an operation asks and promises.</summary>
/// <param name="Establishes">The operation runs on a new state and makes the invariants hold.</param>
/// <param name="Modifies">Places as written, for example <c>mem.Object</c>.</param>
/// <param name="Ownership">Which rows the caller owns, before and after.</param>
sealed record ContractItem(
    string Name,
    bool Establishes,
    EquatableArray<LockClause> Locks,
    EquatableArray<string> Modifies,
    EquatableArray<Clause> Requires,
    EquatableArray<Clause> Ensures,
    EquatableArray<OwnershipClause> Ownership = default) : IrItem(Name);

enum LockDuty { MustHold, MustNotHold, Acquires, Releases, ReturnsHolding }

/// <summary>A lock clause of a contract.</summary>
/// <param name="LockClass">Member of the lock order.</param>
/// <param name="Of">The instance as written: empty, a parameter or a field of a parameter's row.</param>
/// <param name="When">The field that says whether the clause applies, as written; empty: it always does.</param>
sealed record LockClause(LockDuty Duty, string LockClass, string Of, string When = "");

enum OwnershipDuty { Owns, GivesUp, ReturnsOwned }

/// <summary>An ownership clause of a contract.</summary>
/// <param name="Row">A parameter, or <c>result</c>.</param>
/// <param name="Unless">The field that says that the clause does not apply, as written; empty: it always does.</param>
sealed record OwnershipClause(OwnershipDuty Duty, string Row, string Unless = "");

/// <summary>A body of code.</summary>
/// <param name="Type">Type of the result.</param>
abstract record CodeItem(string Name, EquatableArray<Binder> Parameters, string Type) : IrItem(Name);

/// <summary>An operation.</summary>
/// <param name="Trusted">Why the proof does not look into the body, or null.</param>
/// <param name="Mutant">What is wrong on purpose, or null.</param>
/// <param name="Unlocked">Why it may use guarded fields without their locks, or null.</param>
sealed record OperationItem(
    string Name, string Contract, string? Trusted, string? Mutant,
    EquatableArray<Binder> Parameters, string Type, EquatableArray<Stmt> Body, string? Unlocked = null) : CodeItem(Name, Parameters, Type);

/// <summary>A helper whose body the proof sees at each call.</summary>
sealed record InlineItem(string Name, EquatableArray<Binder> Parameters, string Type, EquatableArray<Stmt> Body)
    : CodeItem(Name, Parameters, Type);

/// <summary>A method of the world outside, which does not touch the state.</summary>
/// <param name="Tries">The lock that it takes if it answers true; <see cref="RowLock.By"/> is a parameter. Null: none.</param>
sealed record ExternalItem(string Name, EquatableArray<Binder> Parameters, string Type, RowLock? Tries = null) : CodeItem(Name, Parameters, Type);
