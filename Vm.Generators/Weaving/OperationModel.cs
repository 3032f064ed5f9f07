using Vm.Generators.Common;
using Vm.Generators.Ir;

namespace Vm.Generators.Weaving;

/// <summary>An operation to be woven around its hand-written body. Names and texts are C#.</summary>
/// <param name="Place">The component class.</param>
/// <param name="Name">The operation's name.</param>
/// <param name="Contract">The contract class.</param>
/// <param name="ReturnType">Type of the result; <c>void</c> if there is none.</param>
/// <param name="Mode">The type parameter that says how much is checked.</param>
/// <param name="State">The field of the state.</param>
/// <param name="Documentation">Lines of the body's documentation.</param>
/// <param name="Promise">The contract in words, one sentence group a line, for the documentation.</param>
/// <param name="Result">The result's row if it is a handle.</param>
/// <param name="Snapshot">The call that remembers entry values; null if no clause needs them.</param>
/// <param name="Invariants">Clauses instantiated at the rows that the operation touched.</param>
sealed record OperationModel(
    TypePlace Place,
    string Name,
    string Contract,
    string ReturnType,
    string Mode,
    string State,
    EquatableArray<string> Documentation,
    EquatableArray<string> Promise,
    EquatableArray<ParameterModel> Parameters,
    HandleModel? Result,
    EquatableArray<LockModel> Locks,
    EquatableArray<CheckModel> Requires,
    string? Snapshot,
    EquatableArray<CheckModel> Ensures,
    EquatableArray<InvariantModel> Invariants)
{
    public bool ReturnsValue => ReturnType != "void";

    /// <summary>The handles whose rows the operation touched, with the C# names under which they are known at its end.</summary>
    public IEnumerable<(HandleModel Handle, string Name)> Touched
    {
        get
        {
            foreach (var parameter in Parameters)
            {
                if (parameter.Handle is not null) yield return (parameter.Handle, parameter.Name);
            }

            if (Result is not null) yield return (Result, OperationWriter.Result);
        }
    }

    /// <summary>The invariants that are instantiated at a touched row.</summary>
    public IReadOnlyList<InvariantModel> InvariantsAt(HandleModel handle) =>
        [.. Invariants.Where(i => i.Handles.Count == 1 && i.Handles[0].Type == handle.Type)];

    /// <summary>The invariants that are about scalars alone.</summary>
    public IReadOnlyList<InvariantModel> ScalarInvariants => [.. Invariants.Where(i => i.Handles.Count == 0)];

    /// <summary>Whether any check of the operation itself can stop it.</summary>
    public bool HasChecks => Requires.Count + Locks.Count + Ensures.Count > 0 || HasUnsteadyAfter;

    /// <summary>Whether any clause is evaluated when the body has run that looks at what other threads change.</summary>
    public bool HasUnsteadyAfter =>
        Ensures.Any(c => !c.IsSteady) || ScalarInvariants.Count > 0 || Touched.Any(t => InvariantsAt(t.Handle).Count > 0);
}

/// <summary>A parameter of an operation.</summary>
/// <param name="Handle">The row that it names if it is a handle.</param>
/// <param name="IsOutside">It belongs to the world outside.</param>
sealed record ParameterModel(string Type, string Name, HandleModel? Handle, bool IsOutside);

/// <summary>A handle type.</summary>
/// <param name="Type">The type.</param>
/// <param name="Table">The state's table of its rows.</param>
/// <param name="Nullable">Whether it can name no row.</param>
sealed record HandleModel(string Type, string Table, bool Nullable);

/// <summary>A condition and what to say if it is false.</summary>
/// <param name="Clause">The clause's name.</param>
/// <param name="Sentence">The clause in words.</param>
/// <param name="Condition">A C# expression.</param>
/// <param name="WholeState">Evaluated in full mode only.</param>
/// <param name="UsesEntry">It looks back to the operation's entry.</param>
/// <param name="IsSteady">What it reads does not change meanwhile, so it is evaluated in every mode that checks.</param>
sealed record CheckModel(string Clause, string Sentence, string Condition, bool WholeState, bool UsesEntry, bool IsSteady);

/// <summary>A lock instance that the caller holds or not.</summary>
/// <param name="Clause">The clause, for example <c>MustHold(Object, obj)</c>.</param>
/// <param name="Lock">The C# expression of the lock, evaluated at entry.</param>
/// <param name="Name">The lock in words.</param>
/// <param name="When">The C# expression that says at entry whether the clause applies; null: it always does.</param>
/// <param name="HeldBefore">Whether it is held at entry.</param>
/// <param name="HeldAfter">Whether it is held on return.</param>
/// <param name="OfResult">It is found through the result, on return.</param>
sealed record LockModel(string Clause, string Lock, string Name, string? When, bool HeldBefore, bool HeldAfter, bool OfResult);

/// <summary>A clause that holds between operations.</summary>
/// <param name="Name">The clause's name.</param>
/// <param name="Predicate">The method that evaluates it.</param>
/// <param name="Handles">The parameters behind the state, each the name of a row.</param>
sealed record InvariantModel(
    string Name, string Sentence, string Predicate, bool WholeState, EquatableArray<HandleModel> Handles);

/// <summary>What an operation's component gets once.</summary>
/// <param name="StateType">The type of the state.</param>
/// <param name="Locks">The locks of the state and of its tables' rows.</param>
/// <param name="Invariants">The whole catalogue.</param>
sealed record ComponentModel(
    TypePlace Place, string State, string StateType, EquatableArray<LockFieldModel> Locks, EquatableArray<InvariantModel> Invariants);

/// <summary>A field of the state, or of the rows of one of its tables, that is a lock.</summary>
/// <param name="Table">The table; null for a lock of the state itself.</param>
/// <param name="Field">The field.</param>
/// <param name="Name">The lock class.</param>
/// <param name="Class">The member of the order of locks that is the class.</param>
sealed record LockFieldModel(string? Table, string Field, string Name, string Class);
