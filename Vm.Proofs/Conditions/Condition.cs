using Vm.Proofs.Terms;

namespace Vm.Proofs.Conditions;

/// <summary>A verification condition: the goal follows from the first so many assumptions of its operation.</summary>
/// <param name="Obligation">What is proved, and where it comes from.</param>
/// <param name="Assumptions">How many assumptions of <see cref="OperationConditions"/> were known.</param>
/// <param name="Goal">What has to follow.</param>
/// <param name="Path">What is known because the place of the obligation is reached; part of the goal's premise.</param>
sealed record Condition(Obligation Obligation, int Assumptions, Term Goal, Term Path);

/// <summary>A place where an operation returns.</summary>
/// <param name="State">The state there.</param>
/// <param name="Result">The returned value, or null.</param>
/// <param name="Place">The return.</param>
/// <param name="Assumptions">How many assumptions were known.</param>
sealed record OperationExit(SymbolicState State, Term? Result, SourcePlace Place, int Assumptions);

/// <summary>All conditions of an operation.</summary>
/// <param name="Terms">The factory of their terms.</param>
/// <param name="Assumptions">What was known, in the order of the text; conditions refer to prefixes.</param>
/// <param name="Conditions">The conditions, in the order of the text.</param>
/// <param name="Entry">The state at entry.</param>
/// <param name="Arguments">The parameters' values at entry.</param>
/// <param name="Exits">Where the operation returns.</param>
/// <param name="Counts">The numbers of rows that ghost state keeps at entry.</param>
sealed record OperationConditions(
    TermFactory Terms,
    IReadOnlyList<Term> Assumptions,
    IReadOnlyList<Condition> Conditions,
    SymbolicState Entry,
    IReadOnlyList<Term> Arguments,
    IReadOnlyList<OperationExit> Exits,
    IReadOnlyList<CountedRows> Counts);

/// <summary>A number of rows that ghost state keeps, and what it is the number of.</summary>
/// <param name="Number">The number; with a key, an array of numbers.</param>
/// <param name="Row">The variable for a row in the other terms.</param>
/// <param name="Property">Whether the row is counted.</param>
/// <param name="Key">Under which key, or null.</param>
sealed record CountedRows(Term Number, Term Row, Term Property, Term? Key);
