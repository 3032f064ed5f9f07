namespace Vm.Documentation.Tests.Original;

/// <summary>The reviewed lists of <c>tests/data/original</c>.</summary>
static class NameLists
{
    /// <summary>Every function, macro, global and type of the original's files, in their order there.</summary>
    public static IReadOnlyList<OriginalName> Names { get; } =
        [.. Rows("names.txt").Select(row => new OriginalName(row[0], row[1], row[2]))];

    /// <summary>The names that have no counterpart by design, each with the reason.</summary>
    public static IReadOnlyDictionary<string, string> WithoutCounterpart { get; } =
        Rows("without-counterpart.txt").ToDictionary(row => row[0], row => row[1]);

    /// <summary>The names whose place is under no contract, each with the reason.</summary>
    public static IReadOnlyDictionary<string, string> WithoutContract { get; } =
        Rows("without-contract.txt").ToDictionary(row => row[0], row => row[1]);

    static IEnumerable<string[]> Rows(string file) =>
        Repository.Lines("tests", "data", "original", file)
            .Where(line => line.Length > 0 && !line.StartsWith('#'))
            .Select(line => line.Split('\t'));
}
