using System.Globalization;
using System.Text;
using Vm.Proofs.Interpretation;
using Vm.Proofs.Reading;
using Vm.Vocabulary;

namespace Vm.Proofs.Counterexamples;

/// <summary>Writes a state and a call as the source of a unit test.</summary>
sealed class TestWriter(IrProgram program, ComponentHost host)
{
    /// <param name="reproduction">The state and the call.</param>
    /// <param name="empty">The state as the constructor leaves it.</param>
    /// <param name="clause">The clause that is broken.</param>
    /// <param name="sentence">The clause in words.</param>
    public string Write(Reproduction reproduction, ConcreteState empty, string clause, string sentence)
    {
        var (state, before) = (reproduction.State(), host.Build(empty));
        var method = $"{reproduction.Operation}_FromThisState_Keeps{string.Concat(clause.Where(char.IsAsciiLetterOrDigit))}";
        var text = new StringBuilder();
        text.AppendLine("// Written by vm prove from a counterexample. It fails as long as the defect is there.");
        foreach (var space in host.Namespaces.Append("Xunit").Order(StringComparer.Ordinal)) text.AppendLine($"using {space};");
        text.AppendLine();
        text.AppendLine($"public sealed class {method}Test");
        text.AppendLine("{");
        text.AppendLine($"    /// <summary>{clause}: {sentence}.</summary>");
        text.AppendLine("    [Fact]");
        text.AppendLine($"    public void {method}()");
        text.AppendLine("    {");
        text.AppendLine($"        var s = new {state.GetType().Name}({string.Join(", ", host.ConstructorArguments(empty).Select(size => $"{size.Name}: {size.Rows}"))});");
        foreach (var line in Assignments(before, state)) text.AppendLine($"        {line};");
        text.AppendLine();
        text.AppendLine($"        var component = new {host.OperationsName}<{nameof(Full)}>(s);");
        if (!reproduction.StartsNew) text.AppendLine("        component.CheckInvariants(\"the state at entry\");");
        foreach (var held in Locks(state)) text.AppendLine($"        {held}.Acquire();");
        text.AppendLine($"        component.{reproduction.Operation}({string.Join(", ", reproduction.Arguments.Select(Literal))});");
        text.AppendLine("    }");
        text.AppendLine("}");
        return text.ToString();
    }

    IEnumerable<string> Assignments(object before, object after)
    {
        foreach (var (place, row, was) in Rows(after, before))
        {
            foreach (var field in program.Fields(program.Table(place.Table)))
            {
                var value = Members.Get(row, field.Name)!;
                if (!value.Equals(Members.Get(was, field.Name))) yield return $"{place.Text}.{field.Name} = {Literal(value)}";
            }
        }

        foreach (var global in program.Globals)
        {
            var value = Members.Get(after, global.Name)!;
            if (!value.Equals(Members.Get(before, global.Name))) yield return $"s.{global.Name} = {Literal(value)}";
        }
    }

    IEnumerable<string> Locks(object state)
    {
        foreach (var (place, row, _) in Rows(state, state))
            foreach (var held in LocksOf(row)) yield return $"{place.Text}.{held}";
        foreach (var held in LocksOf(state)) yield return $"s.{held}";
    }

    static IEnumerable<string> LocksOf(object owner) => owner.GetType().GetFields()
        .Where(field => field.FieldType == typeof(SimpleLock) && ((SimpleLock)field.GetValue(owner)!).IsLocked)
        .Select(field => field.Name);

    IEnumerable<((string Table, string Text) Place, object Row, object Was)> Rows(object state, object before)
    {
        foreach (var table in program.State.Tables)
        {
            var (rows, wereRows) = (ITableAccess.To(Members.Get(state, table.Name)!), ITableAccess.To(Members.Get(before, table.Name)!));
            var first = program.Handles[table.Handle].Nullable ? 1u : 0;
            for (var row = first; row < first + rows.Count; row++)
                yield return ((table.Name, $"s.{table.Name}[new({row})]"), rows[row], wereRows[row]);
        }
    }

    static string Literal(object? value) => value switch
    {
        null => "default",
        bool flag => flag ? "true" : "false",
        Enum e => $"({e.GetType().Name}){e:D}",
        IConvertible number => Convert.ToString(number, CultureInfo.InvariantCulture)!,
        _ => $"new({Members.ToNumber(value)})",
    };
}
