namespace Vm.Transcripts;

/// <summary>Names in a row, which transcripts shorten to <c>p10..p17</c>.</summary>
readonly record struct NameRange(char Letter, int First, int Last)
{
    public const string Dots = "..";

    public string LastName => $"{Letter}{Last}";

    public IEnumerable<string> Names
    {
        get
        {
            for (var number = First; number <= Last; number++) yield return $"{Letter}{number}";
        }
    }

    /// <summary>The text for the names from a first to a last.</summary>
    public static string TextOf(string first, string last) => first == last ? first : first + Dots + last;

    /// <summary>The text for a list of names, with what can be shortened shortened.</summary>
    public static string TextOf(IEnumerable<string> names)
    {
        var ranges = new List<(string First, string Last)>();
        foreach (var name in names)
        {
            if (ranges.Count > 0 && Follows(ranges[^1].Last, name)) ranges[^1] = (ranges[^1].First, name);
            else ranges.Add((name, name));
        }

        return $"[{string.Join(", ", ranges.Select(range => TextOf(range.First, range.Last)))}]";
    }

    static bool Follows(string before, string name) =>
        NameKind.Page.TryParse(before, out var letter, out var number)
        && NameKind.Page.TryParse(name, out var nextLetter, out var next)
        && letter == nextLetter && next == number + 1;
}
