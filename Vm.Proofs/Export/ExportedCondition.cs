namespace Vm.Proofs;

/// <summary>A question that was written to a file.</summary>
/// <param name="File">The file, in the folder of the export; null where the goal is one of the known facts and there is nothing to ask.</param>
/// <param name="Status">What the solver answered: <c>unsat</c> (proved), <c>sat</c> or <c>unknown</c>.</param>
/// <param name="Operation">The operation whose body owes it.</param>
/// <param name="Kind">What sort of obligation.</param>
/// <param name="Clause">The clause's name.</param>
/// <param name="Sentence">The clause in words.</param>
/// <param name="Place">Where the obligation arises.</param>
public sealed record ExportedCondition(
    string? File, string Status, string Operation, string Kind, string Clause, string Sentence, string Place);

/// <summary>The list of an export's files, <c>manifest.json</c>.</summary>
/// <param name="Solver">The solver that answered.</param>
/// <param name="Version">Its version.</param>
/// <param name="IrHash">Hash of the representation that the conditions were made from.</param>
/// <param name="Conditions">Every condition, by operation and in the order of the text.</param>
public sealed record ExportManifest(string Solver, string Version, string IrHash, IReadOnlyList<ExportedCondition> Conditions);
