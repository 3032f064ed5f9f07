using System.Collections.Immutable;
using Vm.Generators.Ir;
using Vm.Proofs.Reading;

namespace Vm.Proofs.Conditions;

/// <summary>The parts of the state that an expression about a row reads.</summary>
/// <param name="Own">Fields of the row itself, by their names in a <see cref="SymbolicState"/>.</param>
/// <param name="Other">Fields of other rows, scalars and ghost sets.</param>
sealed record Mentions(ImmutableHashSet<string> Own, ImmutableHashSet<string> Other)
{
    /// <param name="program">Gives the bodies of called functions.</param>
    /// <param name="row">The row's variable.</param>
    /// <param name="expressions">Where to look.</param>
    public static Mentions In(IrProgram program, string row, params IEnumerable<Expr> expressions)
    {
        var own = ImmutableHashSet.CreateBuilder<string>();
        var other = ImmutableHashSet.CreateBuilder<string>();
        foreach (var expression in expressions) Visit(expression, row);
        return new(own.ToImmutable(), other.ToImmutable());

        void Visit(Expr expression, string? self)
        {
            foreach (var part in Expressions.All(expression))
            {
                switch (part)
                {
                    case RowField { Row: Element element } read:
                        (IsRow(element.Handle, self) ? own : other).Add(Names.Field(element.Table, read.Field));
                        break;
                    case GlobalVariable global:
                        other.Add(Names.Global(global.Name));
                        break;
                    case GhostMember member:
                        (IsRow(member.Row, self) ? own : other).Add(Names.Ghost(member.Set));
                        break;
                    case Call call:
                        var function = program.Function(call.Function);
                        var position = call.Arguments.ToList().FindIndex(argument => IsRow(argument, self));
                        Visit(function.Body, position < 0 ? null : function.Parameters[position].Name);
                        break;
                }
            }
        }
    }

    public bool Contains(string name) => Own.Contains(name) || Other.Contains(name);

    static bool IsRow(Expr expression, string? row) => expression is Variable variable && variable.Name == row;
}
