namespace Vm.Documentation.Tests.Sources;

/// <summary>Which contracts and which tests look at a declaration: its own, or those of what uses it, nearest first.</summary>
/// <param name="code">The module.</param>
/// <param name="tests">Its tests.</param>
/// <param name="recordings">What replays recordings of the original; its operations have the C names.</param>
sealed class Coverage(IReadOnlyList<Declaration> code, IReadOnlyList<Declaration> tests, IReadOnlyList<Declaration> recordings)
{
    const int Shown = 3;
    const string Replay = "TranscriptReplayTests";

    /// <summary>
    /// The guard of a field; the contract of an operation; otherwise those of the operations that it calls, or else of those
    /// that it is a part of.
    /// </summary>
    public IReadOnlyList<string> ContractsOf(Declaration declaration) =>
        declaration.Guard is { } guard ? [guard] : Nearest(declaration, OwnContracts);

    /// <summary>Classes of tests that use the declaration, those that name most tests after it first.</summary>
    public IReadOnlyList<string> TestsOf(Declaration declaration) =>
        Nearest(declaration, at => Testing(at).Take(Shown).Concat(IsRecorded(at) ? [Replay] : []));

    bool IsRecorded(Declaration at) => recordings.Any(row => row.Type.Length > 0 && at.CNames.Any(row.Mentioned.Contains));

    IEnumerable<string> OwnContracts(Declaration at) =>
        at.Contract is { } contract ? [contract]
        : at.IsMethod ? code.Where(part => part.Contract is not null && at.Uses(part)).Select(part => part.Contract!)
        : [];

    IEnumerable<string> Testing(Declaration at) =>
        from test in tests
        where test.Type.Length == 0 && test.Name.EndsWith("Tests", StringComparison.Ordinal) && test.Uses(at)
        orderby tests.Count(t => t.Type == test.Name && t.Name.StartsWith($"{at.Name}_", StringComparison.Ordinal)) descending, test.Name
        select test.Name;

    List<string> Nearest(Declaration declaration, Func<Declaration, IEnumerable<string>> look)
    {
        HashSet<Declaration> seen = [declaration];
        for (List<Declaration> level = [declaration]; level.Count > 0;)
        {
            var found = level.SelectMany(look).Distinct().Take(Shown + 1).ToList();
            if (found.Count > 0) return found;

            level = [.. code.Where(user => user.Type.Length > 0 && level.Any(user.Uses) && seen.Add(user))];
        }

        return [];
    }
}
