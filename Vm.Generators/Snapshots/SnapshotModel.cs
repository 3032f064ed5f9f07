using Vm.Generators.Common;
using Vm.Generators.Ir;

namespace Vm.Generators.Snapshots;

/// <summary>What a contract's clauses compare with the operation's entry and result.</summary>
/// <param name="Place">The contract class.</param>
/// <param name="Usings">The using directives that the clauses' texts were written under.</param>
/// <param name="Values">The values to remember at entry.</param>
/// <param name="Parameters">Declarations of the parameters that they are computed from.</param>
/// <param name="Clauses">The clauses that use them or the result.</param>
sealed record SnapshotModel(
    TypePlace Place,
    EquatableArray<string> Usings,
    EquatableArray<EntryValue> Values,
    EquatableArray<string> Parameters,
    EquatableArray<SnapshotClause> Clauses);

/// <summary>An operand of <c>Spec.Old</c>.</summary>
/// <param name="Name">The name under which it is remembered.</param>
/// <param name="Type">Its type.</param>
/// <param name="Text">The operand's text.</param>
/// <param name="WholeState">It belongs to a clause that is evaluated in full mode only.</param>
sealed record EntryValue(string Name, string Type, string Text, bool WholeState);

/// <summary>A clause with entry values and result as parameters.</summary>
/// <param name="Name">The clause's name.</param>
/// <param name="Signature">The clause's parameter types, for the reference in its documentation.</param>
/// <param name="Result">Type of the result if the clause uses it.</param>
/// <param name="Parameters">Declarations of the clause's own parameters.</param>
/// <param name="Body">The body with the words replaced: an arrow and expression, or a block.</param>
sealed record SnapshotClause(
    string Name, string Signature, string? Result, EquatableArray<string> Parameters, string Body);
