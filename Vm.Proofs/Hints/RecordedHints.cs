using System.Collections.Frozen;
using System.Globalization;

namespace Vm.Proofs;

/// <summary>
/// For the obligations that were dear in an earlier proof, the names of the few known facts that were enough. A proof tries these facts alone before it
/// tries all. What follows from some of what is known follows from all of it, so a hint can make nothing proved that is not; one of sources
/// that have changed since costs a vain question at most.
/// </summary>
public sealed class RecordedHints
{
    /// <summary>Effort from which on a proof is dear enough for a hint. It takes about a hundredth of a second.</summary>
    internal const long Dear = 20_000;

    readonly Dictionary<ObligationKey, FrozenSet<uint>> hints = [];

    /// <summary>Nothing is recorded.</summary>
    public RecordedHints()
    {
    }

    /// <param name="lines">As <see cref="Lines"/> writes them.</param>
    /// <exception cref="FormatException">A line is not of the form; the message has its number.</exception>
    public RecordedHints(IEnumerable<string> lines)
    {
        foreach (var (line, number) in lines.Select((line, i) => (line, i + 1)).Where(pair => pair.line.Trim().Length > 0 && pair.line[0] != '#'))
        {
            if (line.Split('\t') is not [var effort, var operation, var kind, var clause, var ordinal, var facts]
                || !long.TryParse(effort, NumberStyles.None, CultureInfo.InvariantCulture, out _)
                || !int.TryParse(ordinal, NumberStyles.None, CultureInfo.InvariantCulture, out var occurrence)
                || Parsed(facts) is not { } names)
            {
                throw new FormatException($"line {number} is not 'effort, operation, kind, clause, occurrence, names of facts' with tabs between them: {line}");
            }

            hints[new(operation, kind, clause, occurrence)] = names;
        }
    }

    /// <summary>The hints that a proof found, in the order of its obligations, a line for each. It begins with the effort that there was without the hint.</summary>
    public static IEnumerable<string> Lines(ProofReport report) => ObligationKey.Of(report.Results.Select(result => result.Obligation))
        .Zip(report.Results, (key, result) => (Key: key, result.Hint, result.Effort))
        .Where(pair => pair.Hint is not null)
        .Select(pair => string.Join(
            '\t', pair.Effort, pair.Key.Operation, pair.Key.Kind, pair.Key.Clause, pair.Key.Occurrence,
            string.Join(' ', pair.Hint!.Order().Select(name => name.ToString("x8", CultureInfo.InvariantCulture)))));

    /// <summary>The names of the facts that were enough, or null.</summary>
    internal FrozenSet<uint>? Of(ObligationKey obligation) => hints.GetValueOrDefault(obligation);

    static FrozenSet<uint>? Parsed(string facts)
    {
        var names = new HashSet<uint>();
        foreach (var word in facts.Split(' '))
        {
            if (!uint.TryParse(word, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var name)) return null;
            names.Add(name);
        }

        return names.ToFrozenSet();
    }
}
