using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Vm.Generators.Common;
using Vm.Generators.Ir;

namespace Vm.Generators.Lowering;

/// <summary>Expressions. A construct without a case is refused, never skipped.</summary>
sealed partial class ExprLowerer(LoweringScope scope)
{
    public Expr Lower(IOperation operation) => TryConstant(operation) ?? operation switch
    {
        IParameterReferenceOperation o when o.Parameter.Has(VocabularyNames.Outside) => scope.Refuse(
            o.Syntax, $"the parameter '{o.Parameter.Name}' of the world outside", "hand it on to the [Outside] parameter of an [External] method"),
        IParameterReferenceOperation o => new Variable(o.Parameter.Name),
        ILocalReferenceOperation { Local.RefKind: RefKind.None } o => new Variable(o.Local.Name),
        IFieldReferenceOperation or IPropertyReferenceOperation => LowerMember((IMemberReferenceOperation)operation),
        IConversionOperation o => LowerConversion(o),
        IUnaryOperation o => LowerUnary(o),
        IBinaryOperation o => LowerBinary(o),
        IConditionalOperation { WhenFalse: not null } o => new Conditional(Lower(o.Condition), Lower(o.WhenTrue), Lower(o.WhenFalse)),
        IDefaultValueOperation o => Default(o),
        IObjectCreationOperation o when o.Type!.IsHandle() && o.Arguments.Length == 1 =>
            new HandleOf(o.Type!.Name, Lower(o.Arguments[0].Value)),
        IObjectCreationOperation { Arguments.Length: 0, Initializer: null } o when o.Type!.IsHandle() => Default(o),
        IInvocationOperation o => LowerInvocation(o),
        _ => Refuse(operation),
    };

    /// <summary>The value of an expression that the compiler knows.</summary>
    Expr? TryConstant(IOperation operation)
    {
        if (operation.ConstantValue is not { HasValue: true, Value: { } value }) return null;
        if (value is bool truth) return new BoolLiteral(truth);
        return operation.Type is INamedTypeSymbol type && TypeLowering.IntegerOf(type) is not null ? Constant(type, value) : null;
    }

    static Expr Constant(INamedTypeSymbol type, object value)
    {
        var literal = new IntLiteral(DeclarationLowering.ToInteger(value), TypeLowering.IntegerOf(type)!);
        if (type.TypeKind != TypeKind.Enum) return literal;

        var member = type.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(f => f.HasConstantValue && Equals(f.ConstantValue, value));
        return member is not null ? new EnumLiteral(type.Name, member.Name) : new Conversion(literal.Type, type.Name, literal);
    }

    Expr Default(IOperation operation)
    {
        if (operation.Type is not { } type || !type.IsHandle()) return Refuse(operation);
        return type.Attribute(VocabularyNames.Handle)?.Named<bool>("Nullable") == true
            ? new NullLiteral(type.Name)
            : new HandleOf(type.Name, new IntLiteral(0, "u32"));
    }

    /// <summary>The type's name; refuses a type that the representation does not have.</summary>
    public string TypeOf(ITypeSymbol? type, SyntaxNode where)
    {
        if (TypeLowering.NameOf(type) is { } name) return name;
        scope.Refuse(where, $"the type {type?.ToDisplayString() ?? "of this expression"}",
            "use bool, byte, ushort, uint, ulong, int, long, an enum or a handle");
        return IrTypes.Unit;
    }

    Expr Refuse(IOperation operation) =>
        scope.Refuse(operation.Syntax, $"'{Excerpt(operation.Syntax)}' ({operation.Kind})",
            "write it with the expressions of docs/ir.md, or move it into an [External] method");

    static string Excerpt(SyntaxNode syntax)
    {
        const int length = 50;
        var text = string.Join(" ", syntax.ToString().Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));
        return text.Length <= length ? text : text.Substring(0, length) + "...";
    }
}
