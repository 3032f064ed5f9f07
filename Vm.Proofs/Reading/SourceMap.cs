using System.Globalization;
using Vm.Generators.Ir;

namespace Vm.Proofs.Reading;

/// <summary>Where declarations and statements stand in the sources.</summary>
sealed class SourceMap
{
    readonly Dictionary<(string Name, int Ordinal), SourcePlace> places = [];
    readonly Dictionary<(string Name, int Ordinal), string> written = [];
    readonly Dictionary<Stmt, (string Name, int Ordinal)> statements = new(ReferenceEqualityComparer.Instance);

    /// <param name="texts">Maps of assemblies, in the form of <c>docs/ir.md</c>.</param>
    public SourceMap(IEnumerable<string> texts)
    {
        foreach (var line in texts.SelectMany(text => text.Split('\n', StringSplitOptions.RemoveEmptyEntries)))
        {
            var parts = line.TrimEnd('\r').Split('\t');
            if (parts.Length is not (5 or 6)) throw new ComponentException($"this line of the source map has neither five nor six fields: {line}");
            places.TryAdd((parts[0], Number(parts[1])), new SourcePlace(parts[2], Number(parts[3]), Number(parts[4])));
            if (parts.Length == 6) written.TryAdd((parts[0], Number(parts[1])), parts[5]);
        }
    }

    /// <summary>Numbers the statements of a body in the order of the text, from 1.</summary>
    public void Number(CodeItem code)
    {
        var ordinal = 0;
        foreach (var statement in Statements.All(Statements.BodyOf(code))) statements[statement] = (code.Name, ++ordinal);
    }

    public SourcePlace Find(string name, int ordinal) => places.GetValueOrDefault((name, ordinal), SourcePlace.None);

    public SourcePlace Find(Stmt statement) =>
        statements.TryGetValue(statement, out var at) ? Find(at.Name, at.Ordinal) : SourcePlace.None;

    /// <summary>The condition of an assertion as it was written, if that is known.</summary>
    public string? TextOf(Assertion statement) => statements.TryGetValue(statement, out var at) ? written.GetValueOrDefault(at) : null;

    static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
