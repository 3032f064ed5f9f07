using Vm.Generators.Common;

namespace Vm.Generators.Snapshots;

/// <summary>Writes the generated part of a contract.</summary>
static class SnapshotWriter
{
    public static string Write(SnapshotModel model)
    {
        var writer = new SourceWriter();
        writer.Blank();
        writer.Lines(model.Usings);
        using (writer.Open(model.Place))
        {
            WriteSnapshot(writer, model);
            foreach (var clause in model.Clauses) WriteClause(writer, clause);
        }

        return writer.ToString();
    }

    static void WriteSnapshot(SourceWriter writer, SnapshotModel model)
    {
        writer.Line("/// <summary>The values at the operation's entry that the clauses look back to.</summary>");
        foreach (var value in model.Values)
            writer.Line($"/// <param name=\"{value.Name}\"><c>{Escape(value.Text)}</c></param>");
        writer.Line($"public readonly record struct {EntryUses.SnapshotType}({string.Join(", ", model.Values.Select(v => $"{v.Type} {v.Name}"))});");
        writer.Blank();
        writer.Line("/// <summary>Remembers the values. To be called at the operation's entry.</summary>");
        writer.Line("/// <param name=\"wholeState\">Whether clauses that look at whole tables are going to be evaluated too.</param>");
        writer.Line($"public static {EntryUses.SnapshotType} {EntryUses.TakeSnapshot}({string.Join(", ", model.Parameters.Prepend("bool wholeState"))}) =>");
        var values = model.Values.Select(v => v.WholeState ? $"wholeState ? {v.Text} : default" : v.Text);
        writer.Line($"    new({string.Join(", ", values)});");
    }

    static void WriteClause(SourceWriter writer, SnapshotClause clause)
    {
        var parameters = new List<string> { $"in {EntryUses.SnapshotType} {SnapshotReader.OldParameter}" };
        if (clause.Result is not null) parameters.Add($"{clause.Result} {SnapshotReader.ResultParameter}");
        parameters.AddRange(clause.Parameters);
        var end = clause.Body.StartsWith("=>", StringComparison.Ordinal) ? ";" : "";

        writer.Blank();
        writer.Line($"/// <inheritdoc cref=\"{clause.Name}({clause.Signature})\"/>");
        writer.Lines($"public static bool {clause.Name}({string.Join(", ", parameters)}) {clause.Body}{end}"
            .Split('\n').Select(l => l.TrimEnd()));
    }

    static string Escape(string text) =>
        text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;").Replace("\r", "").Replace("\n", " ");
}
