using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Vm.Generators.Common;
using Vm.Generators.Ir;
using Vm.Generators.Symbols;

namespace Vm.Generators.Lowering;

/// <summary>Members of rows, handles and the state.</summary>
sealed partial class ExprLowerer
{
    /// <summary>What an assignment or a lock names, or null if it is no place of the representation.</summary>
    public Place? LowerPlace(IOperation operation) => operation switch
    {
        ILocalReferenceOperation { Local.RefKind: RefKind.None } o => new Variable(o.Local.Name),
        IParameterReferenceOperation { Parameter.RefKind: RefKind.None } o => new Variable(o.Parameter.Name),
        IMemberReferenceOperation o => TryPlace(o),
        _ => null,
    };

    /// <summary>The row that a <c>ref</c> is taken of: an element of a table, or another ref local.</summary>
    public RowReference? LowerRow(IOperation operation) => operation switch
    {
        ILocalReferenceOperation o when o.Local.RefKind != RefKind.None => new AliasedRow(o.Local.Name),
        IPropertyReferenceOperation { Property.IsIndexer: true } o when TableOf(o.Instance) is { } table =>
            new Element(table, Lower(o.Arguments[0].Value)),
        _ => null,
    };

    /// <summary>The table of the state that a member, a local or a helper's parameter names, or null.</summary>
    public string? TableOf(IOperation? operation) => operation switch
    {
        IMemberReferenceOperation o when TypeLowering.IsTable(o.Type) && TypeLowering.IsState(o.Instance?.Type) => o.Member.Name,
        ILocalReferenceOperation o when TypeLowering.IsTable(o.Type) => TableOf(InitializerOf(o.Local)),
        IParameterReferenceOperation o when TypeLowering.IsTableOfHelper(o.Parameter) => TableOf(o.Parameter),
        _ => null,
    };

    /// <summary>The state's table with the same handle: calls give no other.</summary>
    static string? TableOf(IParameterSymbol parameter)
    {
        var fields = parameter.ContainingType.GetMembers().OfType<IFieldSymbol>().Select(f => f.Type);
        var state = fields.OfType<INamedTypeSymbol>().FirstOrDefault(TypeLowering.IsState);
        return state is null ? null : new StateSymbol(state).TableOf(((INamedTypeSymbol)parameter.Type).TypeArguments[0])?.Name;
    }

    IOperation? InitializerOf(ILocalSymbol local) =>
        local.DeclaringSyntaxReferences[0].GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: { } value }
            ? scope.Compilation.GetSemanticModel(value.SyntaxTree).GetOperation(value)
            : null;

    Expr LowerMember(IMemberReferenceOperation operation)
    {
        if (TryPlace(operation) is { } place) return place;
        if (operation.Instance is { Type: { } owner } instance && owner.IsHandle())
        {
            if (operation.Member.Name == "V") return new IndexOf(Lower(instance));
            if (operation.Member.Name == "IsNull") return new NullTest(Lower(instance));
        }

        return Refuse(operation);
    }

    Place? TryPlace(IMemberReferenceOperation operation)
    {
        if (operation.Instance is not { } instance || TypeLowering.NameOf(operation.Type) is null) return null;
        if (TypeLowering.IsState(instance.Type))
            return operation.Member is IFieldSymbol ? new GlobalVariable(operation.Member.Name) : null;

        var isField = operation.Member is IFieldSymbol || operation.Member.Has(VocabularyNames.Bits);
        return isField && LowerRow(instance) is { } row ? new RowField(row, operation.Member.Name) : null;
    }
}
