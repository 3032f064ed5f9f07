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
        foreach (var table in Tables()) Render(text, table);
        return text.ToString().TrimEnd();
    }

    /// <summary>The tables that hold something, and the scalars.</summary>
    public IEnumerable<StateRows> Tables() => program.State.Tables.Select(Of)
        .Append(Scalars())
        .Where(table => table.Rows.Count > 0 && table.Columns.Count > 0);

    StateRows Of(TableDeclaration table)
    {
        var rows = before.Rows(table).ToList();
        var fields = program.Fields(table)
            .Where(field => rows.Any(row => Matters(before[table.Name, row, field.Name], after[table.Name, row, field.Name])))
            .ToList();
        var shown = rows.Where(row => fields.Any(field => Matters(before[table.Name, row, field.Name], after[table.Name, row, field.Name])));
        return new(table.Name, [.. fields.Select(field => field.Name)], [.. shown.Select(row => new StateRow(
            $"{row}", [.. fields.Select(field => Cell(field.Type, before[table.Name, row, field.Name], after[table.Name, row, field.Name]))]))]);
    }

    StateRows Scalars()
    {
        var shown = program.Globals.Where(global => Matters(before[global.Name], after[global.Name])).ToList();
        return new(
            StateRows.Scalars, [.. shown.Select(global => global.Name)],
            [new StateRow("", [.. shown.Select(global => Cell(global.Type, before[global.Name], after[global.Name]))])]);
    }

    StateCell Cell(string type, Int128 was, Int128 isNow) => new(Show(type, was), was == isNow ? null : Show(type, isNow));

    static void Render(StringBuilder text, StateRows table)
    {
        static string Now(StateCell cell) => cell.Now is null ? "" : Change + cell.Now;

        var widths = table.Columns
            .Select((name, i) => table.Rows.SelectMany(row => new[] { name, row.Cells[i].Was, Now(row.Cells[i]) }).Max(cell => cell.Length))
            .ToList();
        var first = Math.Max(table.Name.Length, table.Rows.Max(row => row.Row.Length));
        Line(table.Name, table.Columns);
        foreach (var (row, cells) in table.Rows)
        {
            Line(row, cells.Select(cell => cell.Was));
            if (cells.Any(cell => cell.Now is not null)) Line("", cells.Select(Now));
        }

        void Line(string head, IEnumerable<string> cells) => text.AppendLine(
            $"  {head.PadRight(first)}  {string.Join("  ", cells.Select((cell, i) => cell.PadRight(widths[i])))}".TrimEnd());
    }

    static bool Matters(Int128 was, Int128 isNow) => was != 0 || isNow != 0;

    string Show(string type, Int128 value)
    {
        if (program.Handles.TryGetValue(type, out var handle)) return value == 0 && handle.Nullable ? "-" : $"{value}";
        if (program.Enums.TryGetValue(type, out var enumeration))
            return enumeration.Members.FirstOrDefault(member => member.Value == (System.Numerics.BigInteger)value)?.Name ?? $"{value}";
        return value == 0 && type == IrTypes.Bool ? "." : $"{value}";
    }
}
