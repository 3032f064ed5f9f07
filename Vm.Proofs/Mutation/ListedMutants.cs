using System.Text.RegularExpressions;

namespace Vm.Proofs;

/// <summary>
/// Mutants that neither break a clause nor are proved equal, and that a reviewer let pass: a text of names, each group under a line
/// with its reason. A star in a name stands for any text.
/// </summary>
public sealed class ListedMutants
{
    readonly List<(string Pattern, string Reason, Regex Matches)> entries = [];

    /// <param name="text">Lines of names; a line that begins with <c>#</c> is the reason of those that follow.</param>
    /// <exception cref="FormatException">A name stands before any reason.</exception>
    public ListedMutants(string text = "")
    {
        string? reason = null;
        foreach (var line in text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0))
        {
            if (line[0] == '#') reason = line[1..].Trim();
            else entries.Add((line, reason ?? throw new FormatException($"no reason stands above the mutant {line}"), Pattern(line)));
        }
    }

    /// <summary>Names that are no mutant's any more.</summary>
    public IEnumerable<string> Stale(IReadOnlyCollection<string> mutants) =>
        entries.Where(entry => !mutants.Any(entry.Matches.IsMatch)).Select(entry => entry.Pattern);

    /// <summary>The reason to let a mutant pass, or null.</summary>
    public string? ReasonFor(string mutant) =>
        entries.Where(entry => entry.Matches.IsMatch(mutant)).Select(entry => entry.Reason).FirstOrDefault();

    static Regex Pattern(string name) => new($"^{Regex.Escape(name).Replace("\\*", ".*", StringComparison.Ordinal)}$", RegexOptions.CultureInvariant);
}
