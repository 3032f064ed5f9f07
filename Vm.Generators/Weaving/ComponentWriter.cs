using Vm.Generators.Common;
using Vm.Generators.Ir;

namespace Vm.Generators.Weaving;

/// <summary>Writes what a component gets once: its log of checks, the check of the whole catalogue and the watch over its locks.</summary>
static class ComponentWriter
{
    /// <summary>The method that tells a failed check what the component knows.</summary>
    public const string Explain = "Explain";

    public static string Write(ComponentModel model)
    {
        var writer = new SourceWriter("System", "System.Collections.Generic", VocabularyNames.Namespace);
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
            WriteExplain(writer, model);
            WriteHeldLocks(writer, model);
            WriteWatched(writer, model);
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

    static void WriteExplain(SourceWriter writer, ComponentModel model)
    {
        writer.Blank();
        using (writer.Block($"bool {Explain}(CheckFailedException failure, string operation, Type contract, RowChange[] rows)"))
        {
            writer.Line($"failure.Explain(operation, rows, HeldLocks(), contract, typeof({model.StateType}), GetType());");
            writer.Line("return false;");
        }
    }

    static void WriteHeldLocks(SourceWriter writer, ComponentModel model)
    {
        writer.Blank();
        using (writer.Block("IEnumerable<string> HeldLocks()"))
        {
            foreach (var held in model.Locks)
            {
                if (held.Table is null)
                {
                    writer.Line($"if ({model.State}.{held.Field}.IsHeld) yield return {OperationWriter.Literal(held.Name)};");
                    continue;
                }

                using (writer.Block($"foreach (var row in {model.State}.{held.Table})"))
                    writer.Line($"if ({model.State}.{held.Table}[row].{held.Field}.IsHeld) yield return $\"{held.Name} of {{row}}\";");
            }

            writer.Line("yield break;");
        }
    }

    static void WriteWatched(SourceWriter writer, ComponentModel model)
    {
        writer.Blank();
        writer.Line("/// <summary>Lets the locks of a state tell who takes them, so that their order is checked. Nobody may use them meanwhile.</summary>");
        writer.Line("/// <returns>The state.</returns>");
        using (writer.Block($"public static {model.StateType} Watched({model.StateType} state)"))
        {
            foreach (var field in model.Locks.Where(field => field.Table is null))
                writer.Line($"state.{field.Field}.Watch({ClassOf(field)});");
            foreach (var field in model.Locks.Where(field => field.Table is not null))
            {
                var local = $"{char.ToLowerInvariant(field.Table![0])}{field.Table.Substring(1)}{field.Field}";
                writer.Line($"var {local} = {ClassOf(field)};");
                writer.Line($"foreach (var row in state.{field.Table}) state.{field.Table}[row].{field.Field}.Watch({local});");
            }

            writer.Line("return state;");
        }
    }

    static string ClassOf(LockFieldModel field) =>
        $"LockClass.Of({field.Class}, isOfRows: {(field.Table is null ? "false" : "true")})";

    static string Row(int index) => $"row{index + 1}";
}
