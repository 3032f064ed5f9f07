using System.Numerics;

namespace Vm.Generators.Ir;

/// <summary>An expression. It has no side effect, except <see cref="Invocation"/>.</summary>
abstract record Expr;

sealed record BoolLiteral(bool Value) : Expr;

sealed record IntLiteral(BigInteger Value, string Type) : Expr;

sealed record EnumLiteral(string Enum, string Member) : Expr;

sealed record NullLiteral(string Handle) : Expr;

/// <summary>What can be assigned: a local, a scalar of the state, a field of a row.</summary>
abstract record Place : Expr;

/// <summary>A parameter, local or bound variable.</summary>
sealed record Variable(string Name) : Place;

/// <summary>A scalar of the state.</summary>
sealed record GlobalVariable(string Name) : Place;

sealed record RowField(RowReference Row, string Field) : Place;

/// <summary>Which row.</summary>
abstract record RowReference;

/// <summary>The row of a table that a handle names.</summary>
sealed record Element(string Table, Expr Handle) : RowReference;

/// <summary>The row that an <see cref="Alias"/> bound.</summary>
sealed record AliasedRow(string Name) : RowReference;

enum ComparisonOperator { Eq, Ne, Lt, Le, Gt, Ge }

/// <summary>Compares operands of one type.</summary>
sealed record Comparison(ComparisonOperator Operator, Expr Left, Expr Right) : Expr;

enum LogicalOperator { And, Or }

/// <summary>Evaluates the right operand only if the left does not decide.</summary>
sealed record Logical(LogicalOperator Operator, Expr Left, Expr Right) : Expr;

sealed record Not(Expr Operand) : Expr;

enum ArithmeticOperator { Add, Sub, Mul, Div, Rem, BAnd, BOr, BXor, Shl, Shr }

/// <summary>Wrapping arithmetic. The right operand of a shift is an <c>i32</c>, taken modulo the width.</summary>
sealed record Arithmetic(ArithmeticOperator Operator, string Type, Expr Left, Expr Right) : Expr;

/// <summary>All bits inverted.</summary>
sealed record Complement(string Type, Expr Operand) : Expr;

sealed record Negation(string Type, Expr Operand) : Expr;

/// <summary>Between integers, or between an enum and its underlying type.</summary>
sealed record Conversion(string From, string To, Expr Operand) : Expr;

sealed record Conditional(Expr Condition, Expr WhenTrue, Expr WhenFalse) : Expr;

/// <summary>Whether a handle names no row.</summary>
sealed record NullTest(Expr Handle) : Expr;

/// <summary>The number of the row that a handle names, <c>u32</c>.</summary>
sealed record IndexOf(Expr Handle) : Expr;

/// <summary>The handle of the row with a number, <c>u32</c>.</summary>
sealed record HandleOf(string Handle, Expr Index) : Expr;

/// <summary>A pure or opaque function.</summary>
sealed record Call(string Function, EquatableArray<Expr> Arguments) : Expr;

enum Quantifier { ForAll, Exists, Count }

/// <summary>Ranges over all rows of the binder's table, null excluded.</summary>
sealed record Quantified(Quantifier Quantifier, Binder Binder, Expr Body) : Expr;

/// <summary>No two rows that satisfy <paramref name="Where"/> agree in all keys.</summary>
sealed record Unique(Binder Row, Expr Where, EquatableArray<Expr> Keys) : Expr;

/// <summary>Singly linked lists. <paramref name="List"/> is bound in <paramref name="Head"/>, <paramref name="Row"/> in the others.</summary>
sealed record Chain(Binder List, Expr Head, Binder Row, Expr Next, Expr Member, Expr Key) : Expr;

/// <summary>Doubly linked lists; binding as in <see cref="Chain"/>.</summary>
sealed record Queue(Binder List, Expr First, Expr Last, Binder Row, Expr Next, Expr Prev, Expr Member, Expr Key) : Expr;

/// <summary>The place of a row in a list that an invariant declares, <c>i64</c>.</summary>
sealed record Rank(string Invariant, Expr Row) : Expr;

/// <summary>Whether a ghost set contains a row.</summary>
sealed record GhostMember(string Set, Expr Row) : Expr;

/// <summary>The value at the operation's entry.</summary>
sealed record Old(Expr Operand) : Expr;

/// <summary>The operation's result.</summary>
sealed record Result : Expr;

enum InvocationKind { Perform, Inlined, Outside }

/// <summary>
/// A call of an operation, helper or external method. Stands only as a statement, or as the whole right side of a
/// <see cref="Let"/>, <see cref="Assign"/> or <see cref="Return"/>.
/// </summary>
sealed record Invocation(InvocationKind Kind, string Name, EquatableArray<Expr> Arguments) : Expr;
