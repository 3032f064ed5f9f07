namespace Vm.Proofs.Commands;

/// <summary><c>prove --counterexamples FOLDER</c>: counterexamples for others to run, as unit tests and in the forms that the component has.</summary>
static class CounterexampleFiles
{
    /// <summary>Writes the counterexamples of obligations that were refuted.</summary>
    /// <returns>A line for each file, and for each that could not be.</returns>
    public static IReadOnlyList<string> Write(string folder, Subject subject, IEnumerable<ObligationResult> results)
    {
        Directory.CreateDirectory(folder);
        var refuted = results
            .Where(result => result.Counterexample is { Executed: true, Reproduction: not null })
            .DistinctBy(result => (result.Obligation.Operation, result.Counterexample!.ViolatedClause));
        return [.. refuted.SelectMany(result => Write(folder, subject, result.Obligation, result.Counterexample!))];
    }

    static IEnumerable<string> Write(string folder, Subject subject, Obligation obligation, Counterexample counterexample)
    {
        var clause = counterexample.ViolatedClause;
        if (!counterexample.StopsTheComponent)
            return [$"{obligation.Place}: info: {obligation.Operation}, {clause}: no files: the component does not notice it while it runs"];

        var name = Path.Combine(folder, $"{obligation.Operation}-{clause.Replace(' ', '-')}");
        File.WriteAllText($"{name}.cs", counterexample.Reproduction!.ToTest(clause, obligation.Sentence));
        return subject.WriteAlso(name, obligation, counterexample).Prepend($"written: {name}.cs");
    }
}
