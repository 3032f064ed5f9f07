using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Vm.Generators.Ir;
using Vm.Generators.Locks;

namespace Vm.Generators.Diagnostics;

/// <summary>What would repair a lock finding, where that is mechanical: the lock that is missing has a name that a contract can use.</summary>
static class LockRepairs
{
    static readonly Regex LockInWords = new("^the (\\w+) lock(?: of ([\\w.]+))?$", RegexOptions.CultureInvariant);

    /// <summary>The repair as properties of the diagnostic; none if it needs thought.</summary>
    public static ImmutableDictionary<string, string?> Of(LockFinding finding, IReadOnlyList<IrItem> items)
    {
        var none = ImmutableDictionary<string, string?>.Empty;
        if (items.OfType<OperationItem>().FirstOrDefault(o => o.Name == finding.Operation) is not { } operation) return none;

        var contract = none.Add(RepairKeys.Contract, operation.Contract);
        return finding.Rule switch
        {
            LockRule.UnguardedUse => Hold(finding.Texts[3], operation, items, contract),
            LockRule.MissingAtCall => Hold(finding.Texts[1], operation, items, contract),
            LockRule.NotHeld when Named(finding.Texts[0], operation) is var (lockClass, of) =>
                contract.Add(RepairKeys.Add, Clause("Releases", lockClass, of, items)),
            LockRule.Unclaimed => contract.Add(RepairKeys.Add, Clause("Acquires", finding.Texts[1], "", items)),
            LockRule.IdleClause => contract.Add(RepairKeys.Remove, finding.Texts[0]),
            _ => none,
        };
    }

    static ImmutableDictionary<string, string?> Hold(
        string words, OperationItem operation, IReadOnlyList<IrItem> items, ImmutableDictionary<string, string?> contract)
    {
        if (Named(words, operation) is not var (lockClass, of)) return ImmutableDictionary<string, string?>.Empty;

        var repair = contract.Add(RepairKeys.Add, Clause("MustHold", lockClass, of, items));
        return LockAt(lockClass, of, operation, items) is { } place
            ? repair.Add(RepairKeys.Take, place).Add(RepairKeys.Tell, Clause("Acquires", lockClass, of, items))
            : repair;
    }

    /// <summary>The lock that a message names, if a clause of the operation's contract can name it.</summary>
    static (string LockClass, string Of)? Named(string words, OperationItem operation)
    {
        var match = LockInWords.Match(words);
        if (!match.Success) return null;

        var of = match.Groups[2].Value;
        return of.Length == 0 || operation.Parameters.Any(p => p.Name == of.Split('.')[0]) ? (match.Groups[1].Value, of) : null;
    }

    static string Clause(string duty, string lockClass, string of, IReadOnlyList<IrItem> items)
    {
        var order = items.OfType<EnumItem>().First(e => e.Members.Any(m => m.Name == lockClass)).Name;
        return of.Length == 0 ? $"{duty}({order}.{lockClass})" : $"{duty}({order}.{lockClass}, \"{of}\")";
    }

    /// <summary>The lock in C#, behind the state's name; null if it is not found.</summary>
    static string? LockAt(string lockClass, string of, OperationItem operation, IReadOnlyList<IrItem> items)
    {
        var state = items.OfType<StateItem>().First();
        if (of.Length == 0) return LockIn(state.Globals, lockClass) is { } global ? $".{global}" : null;

        var steps = of.Split('.');
        var (type, row) = (operation.Parameters.First(p => p.Name == steps[0]).Type, steps[0]);
        foreach (var step in steps.Skip(1).Append(null))
        {
            if (state.Tables.FirstOrDefault(t => t.Handle == type) is not { } table) return null;
            var fields = items.OfType<RowItem>().First(r => r.Name == table.Row).Fields;
            if (step is null) return LockIn(fields, lockClass) is { } own ? $".{table.Name}[{row}].{own}" : null;
            (type, row) = (fields.FirstOrDefault(f => f.Name == step)?.Type ?? "", $"~.{table.Name}[{row}].{step}");
        }

        return null;
    }

    static string? LockIn(IEnumerable<FieldDeclaration> fields, string lockClass) =>
        fields.FirstOrDefault(f => f.Guard is LockGuard guard && guard.LockClass == lockClass)?.Name;
}
