using Vm.Generators.Common;
using Vm.Generators.Ir;

namespace Vm.Generators.Lowering;

/// <summary>Writes the generated class that carries an assembly's representation: a property for each item, and the whole.</summary>
static class IrWriter
{
    const string Namespace = "Vm.Generated";

    /// <summary>The class's name.</summary>
    public static string CarrierOf(string assembly) => $"{new string([.. assembly.Where(char.IsLetterOrDigit)])}Ir";

    public static string WriteItem(string assembly, LoweredItem item)
    {
        var writer = new SourceWriter();
        if (item.IsShared)
        {
            writer.Line($"[assembly: global::{VocabularyNames.IrItem}(");
            WriteLiteral(writer, item.Text, ")]");
            writer.Blank();
        }

        using (writer.Open(PlaceOf(assembly))) WriteText(writer, $"static string {item.Entry.Property}", item.Text);
        return writer.ToString();
    }

    /// <summary>Writes the whole text as the items' texts one after the other, by kind and name.</summary>
    public static string WriteContents(string assembly, IEnumerable<IrEntry> entries)
    {
        var writer = new SourceWriter();
        writer.Blank();
        writer.Line($"[assembly: global::{VocabularyNames.IrCarrier}(typeof(global::{Namespace}.{CarrierOf(assembly)}))]");
        writer.Blank();
        writer.Line($"namespace {Namespace};");
        writer.Blank();
        writer.Line($"/// <summary>The intermediate representation of {assembly}.</summary>");
        using (writer.Block($"public static partial class {CarrierOf(assembly)}"))
        {
            writer.Line("/// <summary>What the assembly declares.</summary>");
            writer.Line("public static string Text => string.Join(\"\\n\",");
            writer.Line("[");
            writer.Line($"    \"{IrPrinter.Header(assembly)}\",");
            foreach (var entry in entries) writer.Line($"    {entry.Property},");
            writer.Line("    \"\",");
            writer.Line("]);");
        }

        return writer.ToString();
    }

    public static string WriteMap(string assembly, IEnumerable<SourcePlace> places, string? root)
    {
        var lines = places.Select(p =>
            $"{p.Name}\t{p.Ordinal}\t{SourceRoot.Relative(p.Path, root)}\t{p.Line}\t{p.Column}{(p.Text.Length > 0 ? $"\t{p.Text}" : "")}");
        var writer = new SourceWriter();
        using (writer.Open(PlaceOf(assembly)))
        {
            writer.Line("/// <summary>Where it was written; the format is that of docs/ir.md.</summary>");
            WriteText(writer, "public static string Map", string.Join("\n", lines));
        }

        return writer.ToString();
    }

    public static string WriteSuppressions(string assembly, IEnumerable<SuppressedPlace> places, string? root)
    {
        var lines = places.Select(p => $"{p.Means}\t{p.Rule}\t{SourceRoot.Relative(p.Path, root)}\t{p.Line}\t{p.Column}\t{p.Reason}");
        var writer = new SourceWriter();
        using (writer.Open(PlaceOf(assembly)))
        {
            writer.Line("/// <summary>Which rules are let pass where, and why; the format is that of docs/ir.md.</summary>");
            WriteText(writer, "public static string Suppressions", string.Join("\n", lines));
        }

        return writer.ToString();
    }

    static TypePlace PlaceOf(string assembly) => new(Namespace, [$"partial class {CarrierOf(assembly)}"], "");

    /// <summary>A raw string literal whose lines are the text's.</summary>
    static void WriteText(SourceWriter writer, string declaration, string text)
    {
        writer.Line($"{declaration} =>");
        WriteLiteral(writer, text, ";");
    }

    static void WriteLiteral(SourceWriter writer, string text, string end)
    {
        var quotes = new string('"', Math.Max(3, LongestRun(text) + 1));
        writer.Line($"    {quotes}");
        writer.Lines(text.Split('\n').Select(l => $"    {l}"));
        writer.Line($"    {quotes}{end}");
    }

    static int LongestRun(string text)
    {
        var (longest, run) = (0, 0);
        foreach (var c in text)
        {
            run = c == '"' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }
}
