using Vm.Generators.Common;
using Vm.Generators.Ir;

namespace Vm.Generators.Weaving;

/// <summary>Writes what a component gets once: its log of checks and the check of the whole catalogue.</summary>
static class ComponentWriter
{
    public static string Write(ComponentModel model)
    {
        var writer = new SourceWriter(VocabularyNames.Namespace);
        using (writer.Open(model.Place))
        {
            writer.Line("/// <summary>What the checks woven into this component did.</summary>");
            writer.Line("public CheckLog Checks { get; } = new();");
            writer.Blank();
            writer.Line("/// <summary>Checks the whole catalogue of invariants over all rows.</summary>");
            writer.Line("/// <param name=\"operation\">What ran before, for the report.</param>");
            writer.Line("/// <exception cref=\"CheckFailedException\">An invariant does not hold.</exception>");
            using (writer.Block("public void CheckInvariants(string operation = nameof(CheckInvariants))"))
            {
                // Invariants with the same parameters share the loops over their rows.
                foreach (var group in model.Invariants.GroupBy(i => i.Handles)) WriteGroup(writer, model, group.Key, [.. group]);
            }

            foreach (var invariant in model.Invariants) WriteInvariant(writer, model, invariant);
        }

        return writer.ToString();
    }

    static void WriteGroup(SourceWriter writer, ComponentModel model, EquatableArray<HandleModel> handles, List<InvariantModel> invariants)
    {
        var scopes = new Stack<IDisposable>();
        for (var i = 0; i < handles.Count; i++)
            scopes.Push(writer.Block($"foreach (var {Row(i)} in {model.State}.{handles[i].Table})"));
        foreach (var invariant in invariants)
            writer.Line($"Check{invariant.Name}({string.Join(", ", handles.Select((_, i) => Row(i)).Prepend("operation"))});");
        while (scopes.Count > 0) scopes.Pop().Dispose();
        writer.Blank();
    }

    static void WriteInvariant(SourceWriter writer, ComponentModel model, InvariantModel invariant)
    {
        var parameters = invariant.Handles.Select((h, i) => $"{h.Type} {Row(i)}").Prepend("string operation");
        var arguments = invariant.Handles.Select((_, i) => Row(i)).Prepend(model.State);
        var rows = invariant.Handles.Select((h, i) => $"{model.State}.{h.Table}[{Row(i)}]")
            .Select((row, i) => $"new RowChange($\"{{{Row(i)}}}\", {row}, {row})");
        writer.Blank();
        using (writer.Block($"void Check{invariant.Name}({string.Join(", ", parameters)})"))
        {
            writer.Line("Checks.Count(1);");
            writer.Line($"if ({invariant.Predicate}({string.Join(", ", arguments)})) return;");
            writer.Line($"throw new CheckFailedException(operation, {OperationWriter.Literal(invariant.Name)}, {OperationWriter.Literal(invariant.Sentence)},");
            writer.Line($"    [{string.Join(", ", rows)}]);");
        }
    }

    static string Row(int index) => $"row{index + 1}";
}
