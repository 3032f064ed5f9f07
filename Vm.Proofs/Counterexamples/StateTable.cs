using System.Text;
using Vm.Generators.Ir;
using Vm.Proofs.Interpretation;
using Vm.Proofs.Reading;

namespace Vm.Proofs.Counterexamples;

/// <summary>
/// A run as a small table: the entry values of the fields that matter, and below each row what the run changed. A dot is
/// zero or false, a dash is null. Rows that hold nothing else are left out.
/// </summary>
sealed class StateTable(IrProgram program, ConcreteState before, ConcreteState after)
{
    const string Change = ">";

    public string Render(OperationItem operation, IReadOnlyList<Int128> arguments)
    {
        var text = new StringBuilder();
        var shown = operation.Parameters.Zip(arguments, (p, value) => $"{p.Name} = {Show(p.Type, value)}");
        text.AppendLine($"{operation.Name}({string.Join(", ", shown)})");
        foreach (var table in program.State.Tables) Render(text, table);
        Render(text, "state", [("", program.Globals.Where(g => Matters(before[g.Name], after[g.Name]))
            .Select(g => (g.Name, Show(g.Type, before[g.Name]), ShowChange(g.Type, before[g.Name], after[g.Name]))).ToList())]);
        return text.ToString().TrimEnd();
    }

    void Render(StringBuilder text, TableDeclaration table)
    {
        var rows = before.Rows(table).ToList();
        var fields = program.Fields(table)
            .Where(field => rows.Any(row => Matters(before[table.Name, row, field.Name], after[table.Name, row, field.Name])))
            .ToList();
        var shown = rows.Where(row => fields.Any(field => Matters(before[table.Name, row, field.Name], after[table.Name, row, field.Name])));
        Render(text, table.Name, [.. shown.Select(row => ($"{row}", fields.Select(field =>
        {
            var (was, isNow) = (before[table.Name, row, field.Name], after[table.Name, row, field.Name]);
            return (field.Name, Show(field.Type, was), ShowChange(field.Type, was, isNow));
        }).ToList()))]);
    }

    static void Render(StringBuilder text, string title, IReadOnlyList<(string Row, List<(string Name, string Was, string Now)> Cells)> rows)
    {
        if (rows.Count == 0 || rows[0].Cells.Count == 0) return;

        var columns = rows[0].Cells.Count;
        var widths = Enumerable.Range(0, columns)
            .Select(i => rows.SelectMany(row => new[] { row.Cells[i].Name, row.Cells[i].Was, row.Cells[i].Now }).Max(cell => cell.Length))
            .ToList();
        var first = Math.Max(title.Length, rows.Max(row => row.Row.Length));
        Line(title, rows[0].Cells.Select(cell => cell.Name));
        foreach (var (row, cells) in rows)
        {
            Line(row, cells.Select(cell => cell.Was));
            if (cells.Any(cell => cell.Now.Length > 0)) Line("", cells.Select(cell => cell.Now));
        }

        void Line(string head, IEnumerable<string> cells) => text.AppendLine(
            $"  {head.PadRight(first)}  {string.Join("  ", cells.Select((cell, i) => cell.PadRight(widths[i])))}".TrimEnd());
    }

    static bool Matters(Int128 was, Int128 isNow) => was != 0 || isNow != 0;

    string ShowChange(string type, Int128 was, Int128 isNow) => was == isNow ? "" : Change + Show(type, isNow);

    string Show(string type, Int128 value)
    {
        if (program.Handles.TryGetValue(type, out var handle)) return value == 0 && handle.Nullable ? "-" : $"{value}";
        if (program.Enums.TryGetValue(type, out var enumeration))
            return enumeration.Members.FirstOrDefault(member => member.Value == (System.Numerics.BigInteger)value)?.Name ?? $"{value}";
        return value == 0 && type == IrTypes.Bool ? "." : $"{value}";
    }
}
