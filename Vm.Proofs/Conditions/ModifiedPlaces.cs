using System.Collections.Immutable;
using Vm.Generators.Ir;
using Vm.Proofs.Reading;
using Vm.Proofs.Terms;

namespace Vm.Proofs.Conditions;

/// <summary>What a contract allows to change, resolved at a state.</summary>
/// <param name="Whole">Scalars, ghost sets and fields of all rows, by their names in the state.</param>
/// <param name="AtRow">Fields of one row.</param>
sealed record ModifiedPlaces(ImmutableHashSet<string> Whole, ImmutableArray<(string Table, string Field, Term Row)> AtRow)
{
    /// <param name="program">Gives tables and fields.</param>
    /// <param name="contract">The contract.</param>
    /// <param name="state">The state at the operation's entry.</param>
    /// <param name="arguments">The operation's parameters.</param>
    public static ModifiedPlaces Of(
        IrProgram program, ContractItem contract, SymbolicState state, IReadOnlyDictionary<string, Term> arguments, TermFactory terms)
    {
        var whole = ImmutableHashSet.CreateBuilder<string>();
        var atRow = ImmutableArray.CreateBuilder<(string, string, Term)>();
        foreach (var place in contract.Modifies)
        {
            var parts = place.Split('.');
            if (parts.Length == 1)
            {
                whole.Add(program.State.Ghosts.Any(ghost => ghost.Name == place) ? Names.Ghost(place) : Names.Global(place));
            }
            else if (arguments.TryGetValue(parts[0], out var row))
            {
                foreach (var step in parts[1..^1]) row = terms.Select(state[FieldOf(row, step).Name], row);
                atRow.Add((FieldOf(row, parts[^1]).Table, parts[^1], row));
            }
            else
            {
                whole.Add(Names.Field(program.Table(parts[0]).Name, program.Field(parts[0], parts[^1]).Name));
            }
        }

        return new(whole.ToImmutable(), atRow.ToImmutable());

        (string Table, string Name) FieldOf(Term row, string field)
        {
            if (row.Sort is not HandleSort handle)
                throw new ComponentException($"{contract.Name} modifies a place of which a part is not a handle: {field}");

            var table = program.TableOf(handle.Name).Name;
            return (table, Names.Field(table, program.Field(table, field).Name));
        }
    }
}
