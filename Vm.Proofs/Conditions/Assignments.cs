using System.Collections.Immutable;
using Vm.Generators.Ir;
using Vm.Proofs.Reading;

namespace Vm.Proofs.Conditions;

/// <summary>Finds what statements can assign.</summary>
sealed class Assignments(IrProgram program)
{
    /// <param name="Locals">Locals of the body.</param>
    /// <param name="Places">Parts of the state, by their names in a <see cref="SymbolicState"/>.</param>
    /// <param name="PerformsOperations">An operation is among the statements, or in a helper that they call.</param>
    public sealed record Assigned(ImmutableSortedSet<string> Locals, ImmutableSortedSet<string> Places, bool PerformsOperations);

    public Assigned In(IEnumerable<Stmt> statements)
    {
        var locals = ImmutableSortedSet.CreateBuilder<string>(StringComparer.Ordinal);
        var places = ImmutableSortedSet.CreateBuilder<string>(StringComparer.Ordinal);
        var called = new HashSet<string>();
        var performs = false;
        Visit([.. statements], [], locals);
        return new(locals.ToImmutable(), places.ToImmutable(), performs);

        void Visit(IReadOnlyList<Stmt> body, Dictionary<string, string> aliases, ImmutableSortedSet<string>.Builder own)
        {
            foreach (var statement in Statements.All(body))
            {
                switch (statement)
                {
                    case Let s: own.Add(s.Name); break;
                    case Alias s: aliases[s.Name] = s.Table; break;
                    case Assign { Target: Variable local }: own.Add(local.Name); break;
                    case Assign { Target: GlobalVariable global }: places.Add(Names.Global(global.Name)); break;
                    case Assign { Target: RowField field }: AddField(field, aliases); break;
                    case GhostAdd s: places.Add(Names.Ghost(s.Set)); break;
                    case GhostRemove s: places.Add(Names.Ghost(s.Set)); break;
                }

                if (Statements.InvocationOf(statement) is { } call && called.Add(call.Name)) VisitCalled(call.Name);
            }
        }

        void VisitCalled(string name)
        {
            switch (program.CodeOf<CodeItem>(name))
            {
                case OperationItem operation:
                    performs = true;
                    foreach (var place in program.Contract(operation.Contract).Modifies) AddModified(place, operation);
                    break;
                case InlineItem helper:
                    Visit(helper.Body, [], ImmutableSortedSet.CreateBuilder<string>());
                    break;
            }
        }

        void AddField(RowField field, Dictionary<string, string> aliases)
        {
            if (field.Row is Element element) places.Add(Names.Field(element.Table, field.Field));
            else if (aliases.TryGetValue(((AliasedRow)field.Row).Name, out var table)) places.Add(Names.Field(table, field.Field));
            else AddFieldOfAnyTable(field.Field);
        }

        // An alias from outside of the loop: its table is not known here, so every table with such a field counts.
        void AddFieldOfAnyTable(string field)
        {
            foreach (var table in program.State.Tables)
            {
                if (program.Fields(table).Any(f => f.Name == field)) places.Add(Names.Field(table.Name, field));
            }
        }

        void AddModified(string place, OperationItem operation)
        {
            var parts = place.Split('.');
            if (parts.Length == 1)
            {
                places.Add(Names.Global(place));
                places.Add(Names.Ghost(place));
            }
            else if (operation.Parameters.Any(parameter => parameter.Name == parts[0]))
            {
                AddFieldOfAnyTable(parts[^1]);
            }
            else
            {
                places.Add(Names.Field(parts[0], parts[^1]));
            }
        }
    }
}
