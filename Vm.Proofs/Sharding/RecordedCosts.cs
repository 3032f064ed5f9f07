using System.Globalization;

namespace Vm.Proofs;

/// <summary>
/// What the obligations that were dear in an earlier proof had cost. Work is shared by it: a twentieth of a whole proof can hang on one
/// obligation, and nothing about the question tells. What is recorded of sources that have changed since is only a worse guess.
/// </summary>
public sealed class RecordedCosts
{
    /// <summary>What is cheaper than these hardly weighs.</summary>
    const int Most = 300;

    readonly Dictionary<ObligationKey, long> costs = [];

    /// <summary>Nothing is recorded.</summary>
    public RecordedCosts()
    {
    }

    /// <param name="lines">As <see cref="Lines"/> writes them.</param>
    /// <exception cref="FormatException">A line is not of the form; the message has its number.</exception>
    public RecordedCosts(IEnumerable<string> lines)
    {
        foreach (var (line, number) in lines.Select((line, i) => (line, i + 1)).Where(pair => pair.line.Trim().Length > 0 && pair.line[0] != '#'))
        {
            if (line.Split('\t') is not [var cost, var operation, var kind, var clause, var ordinal]
                || !long.TryParse(cost, NumberStyles.None, CultureInfo.InvariantCulture, out var known)
                || !int.TryParse(ordinal, NumberStyles.None, CultureInfo.InvariantCulture, out var occurrence))
            {
                throw new FormatException($"line {number} is not 'cost, operation, kind, clause, occurrence' with tabs between them: {line}");
            }

            costs[new(operation, kind, clause, occurrence)] = known;
        }
    }

    /// <summary>The dearest obligations of a proof, the dearest first, a line for each.</summary>
    public static IEnumerable<string> Lines(ProofReport report) => ObligationKey.Of(report.Results.Select(result => result.Obligation))
        .Zip(report.Results, (key, result) => (Key: key, result.Effort))
        .OrderByDescending(pair => pair.Effort)
        .Take(Most)
        .Where(pair => pair.Effort > 0)
        .Select(pair => string.Join('\t', pair.Effort, pair.Key.Operation, pair.Key.Kind, pair.Key.Clause, pair.Key.Occurrence));

    /// <summary>The recorded cost, or null.</summary>
    internal long? Of(ObligationKey obligation) => costs.TryGetValue(obligation, out var cost) ? cost : null;
}

/// <summary>Names an obligation without its place, which moves with every edit above it.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Kind">The kind.</param>
/// <param name="Clause">The clause.</param>
/// <param name="Occurrence">Which of those with the same names, from 1 in the order of the text.</param>
readonly record struct ObligationKey(string Operation, string Kind, string Clause, int Occurrence)
{
    /// <summary>The keys of all obligations of a proof, in their order.</summary>
    public static IEnumerable<ObligationKey> Of(IEnumerable<Obligation> obligations)
    {
        var seen = new Dictionary<(string, string, string), int>();
        foreach (var obligation in obligations)
        {
            var name = (obligation.Operation, obligation.Kind, obligation.Clause);
            seen[name] = seen.GetValueOrDefault(name) + 1;
            yield return new(obligation.Operation, obligation.Kind, obligation.Clause, seen[name]);
        }
    }
}
