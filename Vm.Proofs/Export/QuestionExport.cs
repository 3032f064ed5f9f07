using System.Text.Json;
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
    public void Add(int index, Obligation obligation, Decision decision)
    {
        var name = $"{obligation.Operation}/{index:0000}-{FileName.Of($"{obligation.Kind} {obligation.Clause}")}.smt2";
        var condition = Described(obligation, name, decision.Answer switch
        {
            Answer.Holds => "unsat",
            Answer.DoesNotFollow => "sat",
            _ => "unknown",
        });
        Directory.CreateDirectory(Path.Combine(folder, obligation.Operation));
        using (var file = File.CreateText(Path.Combine(folder, name)))
            new SmtLibWriter(file).Write(decision.Asked!, condition);
        Note(index, condition);
    }

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

    void Note(int index, ExportedCondition condition)
    {
        lock (access) written.Add((index, condition));
    }

    static ExportedCondition Described(Obligation obligation, string? file, string status) => new(
        file, status, obligation.Operation, obligation.Kind, obligation.Clause, obligation.Sentence, obligation.Place.ToString());
}
