using System.Text.Json;
using Microsoft.Z3;
using Vm.Proofs.Solving;

namespace Vm.Proofs.Export;

/// <summary>
/// Writes the question that decided each condition to a file of its own, so that a stranger can ask any solver again. For several threads.
/// </summary>
sealed class QuestionExport
{
    const string ManifestName = "manifest.json";

    static readonly JsonSerializerOptions json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, WriteIndented = true };

    readonly Lock access = new();
    readonly List<(int Index, ExportedCondition Condition)> written = [];
    readonly string folder;

    /// <exception cref="IOException">The folder cannot be made.</exception>
    public QuestionExport(string folder)
    {
        this.folder = folder;
        Directory.CreateDirectory(folder);
    }

    /// <summary>Notes a condition whose goal is one of the known facts.</summary>
    public void AddPlain(Obligation obligation) => Note(-1, Described(obligation, null, "unsat"));

    /// <summary>Writes the question that a decision answers.</summary>
    /// <param name="index">Number of the condition in its operation.</param>
    /// <param name="obligation">What it is about.</param>
    /// <param name="decision">The decision.</param>
    public void Add(int index, Obligation obligation, Decision decision) => Add(
        index,
        obligation,
        decision.Answer switch { Answer.Holds => "unsat", Answer.DoesNotFollow => "sat", _ => "unknown" },
        (file, condition) => new SmtLibWriter(file).Write(decision.Asked!, condition));

    /// <summary>Writes a question about bit-vectors, as the solver's library prints it.</summary>
    /// <param name="index">Number among the questions of its kind.</param>
    /// <param name="obligation">What it is about.</param>
    /// <param name="answer">The solver's answer.</param>
    /// <param name="question">Declarations and assertions.</param>
    public void Add(int index, Obligation obligation, Status answer, string question) => Add(
        index,
        obligation,
        answer switch { Status.UNSATISFIABLE => "unsat", Status.SATISFIABLE => "sat", _ => "unknown" },
        (file, condition) => SmtLibWriter.Write(file, question, condition));

    /// <summary>Writes the list of everything that was added.</summary>
    public void Finish(SolverInfo solver, string irHash)
    {
        var conditions = written
            .OrderBy(entry => entry.Condition.Operation, StringComparer.Ordinal).ThenBy(entry => entry.Index)
            .Select(entry => entry.Condition);
        var manifest = new ExportManifest(solver.Name, solver.Version.ToString(), irHash, [.. conditions]);
        File.WriteAllText(Path.Combine(folder, ManifestName), JsonSerializer.Serialize(manifest, json));
    }

    /// <summary>Reads the list of an export.</summary>
    public static ExportManifest Read(string folder) =>
        JsonSerializer.Deserialize<ExportManifest>(File.ReadAllText(Path.Combine(folder, ManifestName)), json)!;

    void Add(int index, Obligation obligation, string status, Action<TextWriter, ExportedCondition> write)
    {
        var of = FileName.Of(obligation.Operation);
        var condition = Described(obligation, $"{of}/{index:0000}-{FileName.Of($"{obligation.Kind} {obligation.Clause}")}.smt2", status);
        Directory.CreateDirectory(Path.Combine(folder, of));
        using (var file = File.CreateText(Path.Combine(folder, condition.File!))) write(file, condition);
        Note(index, condition);
    }

    void Note(int index, ExportedCondition condition)
    {
        lock (access) written.Add((index, condition));
    }

    static ExportedCondition Described(Obligation obligation, string? file, string status) => new(
        file, status, obligation.Operation, obligation.Kind, obligation.Clause, obligation.Sentence, obligation.Place.ToString());
}
