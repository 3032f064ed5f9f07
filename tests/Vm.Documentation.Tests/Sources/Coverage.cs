using Microsoft.CodeAnalysis;

namespace Vm.Documentation.Tests.Sources;

/// <summary>Which contracts and which tests look at a declaration: its own, or those of what uses it, nearest first.</summary>
/// <param name="code">The specification, the module, and what uses the module.</param>
/// <param name="tests">The module's tests.</param>
/// <param name="recordings">What replays recordings of the original; its operations have the C names.</param>
sealed class Coverage(IReadOnlyList<Declaration> code, IReadOnlyList<Declaration> tests, IReadOnlyList<Declaration> recordings)
{
    const int Shown = 3;
    const string Replay = "TranscriptReplayTests";

    readonly Dictionary<Declaration, HashSet<Declaration>> helpers = new(ReferenceEqualityComparer.Instance);

    /// <summary>
    /// Of a field, its guard and the invariants that it is in; of a table's row, the guards of its fields; of an operation, its
    /// contract. Any other entry of the module has the contracts of the operations that it calls. What is a part of these, or
    /// mentioned in a contract, has their contract, after the invariants that it is in.
    /// </summary>
    public IReadOnlyList<string> ContractsOf(Declaration declaration) =>
        declaration.Guard is { } guard ? [guard, .. InvariantsOf(declaration)]
        : FieldsOf(declaration) is { Count: > 0 } fields ? [.. fields.Select(field => field.Guard!).Distinct()]
        : declaration.Contract is { } own ? [own]
        : declaration.IsEntry ? CalledContracts(declaration)
        : [.. InvariantsOf(declaration), .. ContractsOfUsers(declaration) is { Count: > 0 } whole ? whole : CalledContracts(declaration)];

    /// <summary>Classes of tests that use the declaration: first those that name most tests after it, then those that do so themselves.</summary>
    public IReadOnlyList<string> TestsOf(Declaration declaration) =>
        Nearest(declaration, at => Testing(at).Take(Shown).Concat(IsRecorded(at) ? [Replay] : []),
            parts => code.Where(user => user.Type.Length > 0 && parts.Any(user.Uses)));

    bool IsRecorded(Declaration at) => recordings.Any(row => row.Type.Length > 0 && at.CNames.Any(row.Texts.Contains));

    IEnumerable<string> InvariantsOf(Declaration part) =>
        code.Where(at => at.IsInvariant && at.Uses(part)).Select(at => at.Name);

    List<Declaration> FieldsOf(Declaration type) =>
        [.. code.Where(at => at.Guard is not null && SymbolEqualityComparer.Default.Equals(at.Symbol.ContainingType, type.Symbol))];

    /// <summary>The contracts of the nearest operations and entries that something is a part of.</summary>
    List<string> ContractsOfUsers(Declaration part) =>
        Nearest(part, at => at.Contract is { } contract ? [contract] : at.IsEntry ? CalledContracts(at) : [], UsersOf);

    IEnumerable<Declaration> UsersOf(List<Declaration> parts) =>
        code.Where(user => user.IsOfTheModule && user.Type.Length > 0 && parts.Any(part => !part.IsEntry && user.Uses(part)));

    List<string> CalledContracts(Declaration caller) =>
        Nearest(caller, at => at.Contract is { } contract && at.IsMethod ? [contract] : [],
            callers => code.Where(part => part.IsOfTheModule && callers.Any(at => at.Uses(part))));

    IEnumerable<string> Testing(Declaration at) =>
        from test in tests
        where IsClassOfTests(test) && (test.Uses(at) || HelpersOf(test).Any(helper => helper.Uses(at)))
        orderby tests.Count(t => t.Type == test.Name && t.Name.StartsWith($"{at.Name}_", StringComparison.Ordinal)) descending,
            test.Uses(at) descending, test.Name
        select test.Name;

    static bool IsClassOfTests(Declaration type) => type.Type.Length == 0 && type.Name.EndsWith("Tests", StringComparison.Ordinal);

    static bool IsHelper(Declaration member) => member.Type.Length > 0 && !member.Type.EndsWith("Tests", StringComparison.Ordinal);

    /// <summary>What the tests of a class have in common with others, and what that uses.</summary>
    HashSet<Declaration> HelpersOf(Declaration test)
    {
        if (helpers.TryGetValue(test, out var known)) return known;

        HashSet<Declaration> all = new(ReferenceEqualityComparer.Instance);
        for (List<Declaration> level = [test]; level.Count > 0;)
            level = [.. tests.Where(helper => IsHelper(helper) && level.Any(user => user.Uses(helper)) && all.Add(helper))];
        return helpers[test] = all;
    }

    /// <summary>What is found first on the way from a declaration, all that is equally near, but not more than can be read.</summary>
    static List<string> Nearest(
        Declaration declaration, Func<Declaration, IEnumerable<string>> look, Func<List<Declaration>, IEnumerable<Declaration>> next)
    {
        HashSet<ISymbol> seen = new([declaration.Symbol], SymbolEqualityComparer.Default);
        for (List<Declaration> level = [declaration]; level.Count > 0;)
        {
            var found = level.SelectMany(look).Distinct().Take(Shown + 1).ToList();
            if (found.Count > 0) return found;

            level = [.. next(level).Where(at => seen.Add(at.Symbol))];
        }

        return [];
    }
}
