using Vm.Generators.Ir;
using Vm.Proofs.Reading;

namespace Vm.Proofs.Mutation;

/// <summary>The types of what a body assigns and returns.</summary>
sealed class BodyTypes
{
    readonly IrProgram program;
    readonly Dictionary<string, string> locals;
    readonly Dictionary<string, string> aliases = [];

    public BodyTypes(IrProgram program, CodeItem code)
    {
        this.program = program;
        locals = code.Parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.Type);
        Result = code.Type;
    }

    public string Result { get; }

    /// <summary>From here on the local that the statement declares is known.</summary>
    public void Declare(Stmt statement)
    {
        if (statement is Let let) locals[let.Name] = let.Type;
        if (statement is Alias alias) aliases[alias.Name] = alias.Table;
    }

    public string Of(Place place) => place switch
    {
        Variable e => locals[e.Name],
        GlobalVariable e => program.Globals.First(global => global.Name == e.Name).Type,
        RowField { Row: Element row } e => program.Field(row.Table, e.Field).Type,
        RowField { Row: AliasedRow row } e => program.Field(aliases[row.Name], e.Field).Type,
        _ => throw new ComponentException($"{place} is no place"),
    };
}
