using Vm.Generators.Common;

namespace Vm.Generators.Packing;

/// <summary>Writes the list of a row's fields for reports.</summary>
static class DescribeWriter
{
    /// <summary>The namespace that the written code needs.</summary>
    public const string Using = "System.Collections.Generic";

    public const string Interface = "global::Vm.Vocabulary.IDescribed";

    const string Pair = "KeyValuePair<string, string>";

    public static void Write(SourceWriter writer, IEnumerable<string> fields)
    {
        writer.Blank();
        writer.Line("/// <inheritdoc/>");
        writer.Line($"public readonly IEnumerable<{Pair}> Describe() =>");
        writer.Line($"    new {Pair}[]");
        writer.Line("    {");
        foreach (var field in fields) writer.Line($"        new(nameof({field}), $\"{{{field}}}\"),");
        writer.Line("    };");
    }
}
