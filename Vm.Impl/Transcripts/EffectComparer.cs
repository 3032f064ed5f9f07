using System.Text.Json.Nodes;
using Vm.Resident;

namespace Vm.Transcripts;

/// <summary>Compares what an operation did with what was recorded.</summary>
sealed class EffectComparer(ResidentState state, Names names)
{
    /// <summary>
    /// The owner and offset recorded last for each page. A recording lists them when they change, and the component leaves
    /// other values in a page that is not tabled; so when it is tabled again, both may be news on one side only.
    /// </summary>
    readonly Dictionary<(string Page, string Field), string> keys = [];

    /// <summary>The lines that differ; empty on both sides if the effects agree.</summary>
    public (IReadOnlyList<string> Expected, IReadOnlyList<string> Actual) Compare(RecordedOperation operation, ObservedEffect observed)
    {
        var recorded = operation.Effect!;
        var calls = TrimCommon(
            [ResultLine(ComparedPart(recorded.Result, observed.Result)), .. recorded.Events.Select(EventLine)],
            [ResultLine(observed.Result), .. observed.Events.Select(EventLine)]);

        // Results and events introduce names. Only if they agree do the same names mean the same pages.
        if (calls.Expected.Count > 0 || calls.Actual.Count > 0) return calls;

        var expected = new HashSet<Change>(Expand(recorded.Changes, operation.Place));
        AddKeysOfNewlyTabled(observed.Changes, expected);
        return (Sorted(expected.Except(observed.Changes)), Sorted(observed.Changes.Except(expected)));
    }

    /// <summary>The recorded changes one by one, without what the recording says of the place of a page that is not tabled.</summary>
    IEnumerable<Change> Expand(IEnumerable<RecordedChange> changes, LinePlace place)
    {
        foreach (var (subject, field, value) in changes)
        {
            if (subject is not { } range)
            {
                yield return new Change("", field, value);
                continue;
            }

            names.CheckIntroduced(range, place);
            foreach (var name in range.Names)
            {
                if (PageFields.IsKey(field)) keys[(name, field)] = value;
                if (!PageFields.IsKey(field) || IsTabled(name)) yield return new Change(name, field, value);
            }
        }
    }

    void AddKeysOfNewlyTabled(IEnumerable<Change> observed, HashSet<Change> expected)
    {
        foreach (var (name, field, value) in observed)
        {
            if (field != PageFields.Tabled || value != "true") continue;
            expected.Add(new Change(name, PageFields.Object, keys.GetValueOrDefault((name, PageFields.Object), "null")));
            expected.Add(new Change(name, PageFields.Offset, keys.GetValueOrDefault((name, PageFields.Offset), "0")));
        }
    }

    bool IsTabled(string name) => names.Pages.TryFind(name, out var mem) && state.Pages[mem].Tabled;

    /// <summary>Of a result with members, those that the component's result has too.</summary>
    static JsonNode? ComparedPart(JsonNode? recorded, JsonNode? observed)
    {
        if (recorded is not JsonObject members || observed is not JsonObject compared) return recorded;
        return new JsonObject(
            from member in members
            where compared.ContainsKey(member.Key)
            select KeyValuePair.Create(member.Key, member.Value?.DeepClone()));
    }

    static string ResultLine(JsonNode? result) => $"result {result?.ToJsonString() ?? "null"}";

    static string EventLine(string text) => $"event {text}";

    static List<string> Sorted(IEnumerable<Change> changes) =>
    [
        .. changes.OrderBy(change => change.Subject.Length).ThenBy(change => change.Subject, StringComparer.Ordinal)
            .ThenBy(change => change.Field, StringComparer.Ordinal)
            .Select(change => change.ToString()),
    ];

    static (IReadOnlyList<string> Expected, IReadOnlyList<string> Actual) TrimCommon(string[] expected, string[] actual)
    {
        var shorter = Math.Min(expected.Length, actual.Length);
        var front = 0;
        while (front < shorter && expected[front] == actual[front]) front++;
        var back = 0;
        while (back < shorter - front && expected[^(back + 1)] == actual[^(back + 1)]) back++;
        return (expected[front..^back], actual[front..^back]);
    }
}
