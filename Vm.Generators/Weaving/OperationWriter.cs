using Microsoft.CodeAnalysis.CSharp;
using Vm.Generators.Common;
using Vm.Generators.Ir;

namespace Vm.Generators.Weaving;

/// <summary>Writes the public operation and its checked form.</summary>
static class OperationWriter
{
    /// <summary>Locals of the checked form. The underscores keep them apart from the operation's parameters.</summary>
    public const string Old = "old_", Result = Symbols.LockInstance.ResultLocal, Failure = "failure_";

    static readonly string[] Usings = ["System.Runtime.CompilerServices", VocabularyNames.Namespace];

    public static string Write(OperationModel model)
    {
        var writer = new SourceWriter(Usings);
        using (writer.Open(model.Place))
        {
            WriteOperation(writer, model);
            writer.Blank();
            using (writer.Block($"{model.ReturnType} {model.Name}Checked({Declarations(model)})")) WriteChecked(writer, model);
        }

        return writer.ToString();
    }

    static void WriteOperation(SourceWriter writer, OperationModel model)
    {
        writer.Lines(model.Documentation);
        if (model.Promise.Count > 0)
        {
            writer.Line("/// <remarks>");
            foreach (var paragraph in model.Promise) writer.Line($"/// <para>{paragraph}</para>");
            writer.Line("/// </remarks>");
        }

        writer.Line("[MethodImpl(MethodImplOptions.AggressiveInlining)]");
        using (writer.Block($"public {model.ReturnType} {model.Name}({Declarations(model)})"))
        {
            if (model.ReturnsValue)
            {
                writer.Line($"return {model.Mode}.Locks ? {Call(model, "Checked")} : {Call(model, "Body")};");
                return;
            }

            using (writer.Block($"if (!{model.Mode}.Locks)"))
            {
                writer.Line(Call(model, "Body") + ";");
                writer.Line("return;");
            }

            writer.Blank();
            writer.Line(Call(model, "Checked") + ";");
        }
    }

    static void WriteChecked(SourceWriter writer, OperationModel model)
    {
        var rows = model.Parameters.Where(p => p.Handle is not null).ToList();
        foreach (var row in rows) writer.Line($"var {row.Name}Before = {Row(model, row)};");

        using (writer.Block("try")) WriteTried(writer, model);

        // A filter runs while the locks are still held. It catches nothing.
        var changes = rows.Select(r => $"new RowChange($\"{r.Name} = {{{r.Name}}}\", {r.Name}Before, {Row(model, r)})");
        var explain = $"{ComponentWriter.Explain}({Failure}, {Literal(model.Name)}, typeof({model.Contract}), [{string.Join(", ", changes)}])";
        using (writer.Block($"catch (CheckFailedException {Failure}) when ({explain})")) writer.Line("throw;");

        if (!model.HasChecks) return;
        writer.Blank();
        writer.Line($"static CheckFailedException Failed(string clause, string sentence) => new({Literal(model.Name)}, clause, sentence);");
    }

    static void WriteTried(SourceWriter writer, OperationModel model)
    {
        if (model.Requires.Count > 0)
        {
            using (writer.Block($"if ({model.Mode}.Contracts)")) WriteChecks(writer, model, model.Requires);
            writer.Blank();
        }

        WriteLocks(writer, model);
        WriteSteadyRequires(writer, model);
        if (model.Snapshot is not null)
        {
            var isNeeded = model.Ensures.Any(c => c.IsSteady && c.UsesEntry) ? "" : $"{model.Mode}.Contracts ? ";
            writer.Line($"var {Old} = {isNeeded}{model.Snapshot}{(isNeeded.Length > 0 ? " : default" : "")};");
        }

        writer.Line(model.ReturnsValue ? $"var {Result} = {Call(model, "Body")};" : Call(model, "Body") + ";");
        writer.Blank();
        WriteLocksAfter(writer, model);
        WriteSteady(writer, model.Ensures);
        if (model.HasUnsteadyAfter)
        {
            using (writer.Block($"if ({model.Mode}.Contracts)"))
            {
                WriteChecks(writer, model, [.. model.Ensures.Where(c => !c.IsSteady)]);
                WriteInvariants(writer, model);
            }

            writer.Blank();
        }

        writer.Line($"if ({model.Mode}.Full && Checks.IsCatalogueDue()) CheckInvariants({Literal(model.Name)});");
        if (model.ReturnsValue) writer.Line($"return {Result};");
    }

    /// <summary>Behind the locks, which make them steady. Where contracts are checked they were evaluated, with the others.</summary>
    static void WriteSteadyRequires(SourceWriter writer, OperationModel model)
    {
        if (!model.Requires.Any(c => c.IsSteady)) return;
        using (writer.Block($"if (!{model.Mode}.Contracts)")) WriteCounted(writer, [.. model.Requires.Where(c => c.IsSteady)]);
        writer.Blank();
    }

    static void WriteSteady(SourceWriter writer, EquatableArray<CheckModel> checks)
    {
        if (!checks.Any(c => c.IsSteady)) return;
        WriteCounted(writer, [.. checks.Where(c => c.IsSteady)]);
        writer.Blank();
    }

    static void WriteChecks(SourceWriter writer, OperationModel model, IReadOnlyList<CheckModel> checks)
    {
        WriteCounted(writer, [.. checks.Where(c => !c.WholeState)]);
        if (checks.Any(c => c.WholeState))
        {
            using (writer.Block($"if ({model.Mode}.Full)")) WriteCounted(writer, [.. checks.Where(c => c.WholeState)]);
            writer.Blank();
        }
        else if (checks.Count > 0)
        {
            writer.Blank();
        }
    }

    static void WriteCounted(SourceWriter writer, IReadOnlyList<CheckModel> checks)
    {
        if (checks.Count == 0) return;
        writer.Line($"Checks.Count({checks.Count});");
        foreach (var check in checks) WriteCheck(writer, check.Condition, check.Clause, check.Sentence);
    }

    static void WriteLocks(SourceWriter writer, OperationModel model)
    {
        if (model.Locks.Count == 0) return;
        writer.Line($"Checks.Count({model.Locks.Count});");
        for (var i = 0; i < model.Locks.Count; i++)
        {
            if (model.Locks[i].OfResult) continue;
            writer.Line($"ref readonly var {LockLocal(i)} = ref {model.Locks[i].Lock};");
            if (model.Locks[i].When is { } when) writer.Line($"var {AppliesLocal(i)} = {when};");
            WriteLock(writer, model.Locks[i], i, model.Locks[i].HeldBefore, "at entry");
        }

        writer.Blank();
    }

    static void WriteLocksAfter(SourceWriter writer, OperationModel model)
    {
        if (model.Locks.Count == 0) return;
        writer.Line($"Checks.Count({model.Locks.Count});");
        for (var i = 0; i < model.Locks.Count; i++)
        {
            if (model.Locks[i].OfResult) WriteLockOfResult(writer, model.Locks[i]);
            else WriteLock(writer, model.Locks[i], i, model.Locks[i].HeldAfter, "on return");
        }

        writer.Blank();
    }

    static void WriteLock(SourceWriter writer, LockModel model, int index, bool held, string when) =>
        WriteFailure(
            writer,
            (model.When is null ? "" : $"{AppliesLocal(index)} && ") + (held ? "!" : "") + $"{LockLocal(index)}.IsHeld",
            model.Clause,
            $"{model.Name} is {(held ? "" : "not ")}held {when}");

    /// <summary>Where there is no result, there is no lock of its.</summary>
    static void WriteLockOfResult(SourceWriter writer, LockModel model) =>
        WriteFailure(writer, $"{Result}.V != 0 && !{model.Lock}.IsHeld", model.Clause, $"{model.Name} is held on return");

    static void WriteInvariants(SourceWriter writer, OperationModel model)
    {
        foreach (var (handle, name) in model.Touched)
        {
            var invariants = model.InvariantsAt(handle);
            if (invariants.Count == 0) continue;
            if (!handle.Nullable) WriteInvariantsAt(writer, model, invariants, $", {name}");
            else
            {
                using (writer.Block($"if ({name}.V != 0)")) WriteInvariantsAt(writer, model, invariants, $", {name}");
            }

            writer.Blank();
        }

        if (model.ScalarInvariants.Count > 0) WriteInvariantsAt(writer, model, model.ScalarInvariants, "");
    }

    static void WriteInvariantsAt(SourceWriter writer, OperationModel model, IReadOnlyList<InvariantModel> invariants, string row)
    {
        writer.Line($"Checks.Count({invariants.Count});");
        foreach (var invariant in invariants)
            WriteCheck(writer, $"{invariant.Predicate}({model.State}{row})", invariant.Name, invariant.Sentence);
    }

    static void WriteCheck(SourceWriter writer, string condition, string clause, string sentence) =>
        WriteFailure(writer, "!" + condition, clause, sentence);

    static void WriteFailure(SourceWriter writer, string violated, string clause, string sentence) =>
        writer.Line($"if ({violated}) throw Failed({Literal(clause)}, {Literal(sentence)});");

    public static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);

    static string LockLocal(int index) => $"lock{index}_";

    static string AppliesLocal(int index) => $"applies{index}_";

    static string Row(OperationModel model, ParameterModel parameter) => $"{model.State}.{parameter.Handle!.Table}[{parameter.Name}]";

    static string Declarations(OperationModel model) =>
        string.Join(", ", model.Parameters.Select(p => $"{(p.IsOutside ? "[Outside] " : "")}{p.Type} {p.Name}"));

    static string Call(OperationModel model, string suffix) =>
        $"{model.Name}{suffix}({string.Join(", ", model.Parameters.Select(p => p.Name))})";
}
