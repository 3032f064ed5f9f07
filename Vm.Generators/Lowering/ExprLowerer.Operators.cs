using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Vm.Generators.Ir;

namespace Vm.Generators.Lowering;

/// <summary>Operators and conversions. C#'s implicit conversions stay explicit; enums compute in their underlying type.</summary>
sealed partial class ExprLowerer
{
    Expr LowerUnary(IUnaryOperation operation)
    {
        if (operation.IsChecked) return RefuseChecked(operation);
        var operand = Lower(operation.Operand);
        var type = TypeLowering.IntegerOf(operation.Type);
        return operation.OperatorKind switch
        {
            UnaryOperatorKind.Not => new Not(operand),
            UnaryOperatorKind.Plus when type is not null => operand,
            UnaryOperatorKind.Minus when type is not null => new Negation(type, operand),
            UnaryOperatorKind.BitwiseNegation when type is not null =>
                FromUnderlying(operation.Type!, new Complement(type, ToUnderlying(operation.Type!, operand))),
            _ => Refuse(operation),
        };
    }

    Expr LowerBinary(IBinaryOperation operation)
    {
        if (operation.IsChecked) return RefuseChecked(operation);
        if (operation.IsLifted) return Refuse(operation);
        return Combine(operation, operation.OperatorKind, operation.LeftOperand.Type!,
            Lower(operation.LeftOperand), Lower(operation.RightOperand));
    }

    /// <summary>Applies an operator to lowered operands; the right one has the left one's type, except in a shift.</summary>
    public Expr Combine(IOperation operation, BinaryOperatorKind kind, ITypeSymbol type, Expr left, Expr right)
    {
        var isBool = type.SpecialType == SpecialType.System_Boolean;
        if (Comparison(kind) is { } comparison)
        {
            var isOrdered = comparison is not (ComparisonOperator.Eq or ComparisonOperator.Ne);
            if (TypeLowering.NameOf(type) is null || (isOrdered && TypeLowering.IntegerOf(type) is null)) return Refuse(operation);
            return isOrdered
                ? new Comparison(comparison, ToUnderlying(type, left), ToUnderlying(type, right))
                : new Comparison(comparison, left, right);
        }

        if (isBool && Logical(kind) is { } logical) return new Logical(logical, left, right);
        if (isBool && kind == BinaryOperatorKind.ExclusiveOr) return new Comparison(ComparisonOperator.Ne, left, right);
        if (Arithmetic(kind, TypeLowering.IntegerOf(type)) is not { } arithmetic) return Refuse(operation);

        return FromUnderlying(type, new Arithmetic(
            arithmetic, TypeLowering.IntegerOf(type)!, ToUnderlying(type, left), ToUnderlying(type, right)));
    }

    Expr LowerConversion(IConversionOperation operation)
    {
        if (operation.IsChecked) return RefuseChecked(operation);
        if (operation.OperatorMethod is not null || operation.Operand.Type is not { } from) return Refuse(operation);
        return Convert(operation, Lower(operation.Operand), from, operation.Type!);
    }

    /// <summary>Converts between integers and enums, step by step.</summary>
    public Expr Convert(IOperation operation, Expr value, ITypeSymbol from, ITypeSymbol to)
    {
        if (SymbolEqualityComparer.Default.Equals(from, to)) return value;
        if (TypeLowering.IntegerOf(from) is not { } source || TypeLowering.IntegerOf(to) is not { } target) return Refuse(operation);
        var integer = ToUnderlying(from, value);
        return FromUnderlying(to, source == target ? integer : new Conversion(source, target, integer));
    }

    static Expr ToUnderlying(ITypeSymbol type, Expr value) =>
        type.TypeKind == TypeKind.Enum ? new Conversion(type.Name, TypeLowering.IntegerOf(type)!, value) : value;

    static Expr FromUnderlying(ITypeSymbol type, Expr value) =>
        type.TypeKind == TypeKind.Enum ? new Conversion(TypeLowering.IntegerOf(type)!, type.Name, value) : value;

    /// <summary>The lowest bits of a value that is to go into a bit-field narrower than its type.</summary>
    public static Expr Mask(ISymbol field, ITypeSymbol type, Expr value)
    {
        if (DeclarationLowering.NarrowWidth(field) is not { } width) return value;
        var mask = (System.Numerics.BigInteger.One << width) - 1;
        if (value is EnumLiteral || (value is IntLiteral literal && literal.Value <= mask)) return value;
        var integer = TypeLowering.IntegerOf(type)!;
        return FromUnderlying(type, new Arithmetic(
            ArithmeticOperator.BAnd, integer, ToUnderlying(type, value), new IntLiteral(mask, integer)));
    }

    Expr RefuseChecked(IOperation operation) =>
        scope.Refuse(operation.Syntax, "checked arithmetic", "the representation wraps; drop 'checked' and state the range as a clause");

    static ComparisonOperator? Comparison(BinaryOperatorKind kind) => kind switch
    {
        BinaryOperatorKind.Equals => ComparisonOperator.Eq,
        BinaryOperatorKind.NotEquals => ComparisonOperator.Ne,
        BinaryOperatorKind.LessThan => ComparisonOperator.Lt,
        BinaryOperatorKind.LessThanOrEqual => ComparisonOperator.Le,
        BinaryOperatorKind.GreaterThan => ComparisonOperator.Gt,
        BinaryOperatorKind.GreaterThanOrEqual => ComparisonOperator.Ge,
        _ => null,
    };

    /// <summary>Operands have no side effects, so the operators that evaluate both mean the same as those that may not.</summary>
    static LogicalOperator? Logical(BinaryOperatorKind kind) => kind switch
    {
        BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.And => LogicalOperator.And,
        BinaryOperatorKind.ConditionalOr or BinaryOperatorKind.Or => LogicalOperator.Or,
        _ => null,
    };

    static ArithmeticOperator? Arithmetic(BinaryOperatorKind kind, string? integer) => integer is null ? null : kind switch
    {
        BinaryOperatorKind.Add => ArithmeticOperator.Add,
        BinaryOperatorKind.Subtract => ArithmeticOperator.Sub,
        BinaryOperatorKind.Multiply => ArithmeticOperator.Mul,
        BinaryOperatorKind.Divide => ArithmeticOperator.Div,
        BinaryOperatorKind.Remainder => ArithmeticOperator.Rem,
        BinaryOperatorKind.And => ArithmeticOperator.BAnd,
        BinaryOperatorKind.Or => ArithmeticOperator.BOr,
        BinaryOperatorKind.ExclusiveOr => ArithmeticOperator.BXor,
        BinaryOperatorKind.LeftShift => ArithmeticOperator.Shl,
        BinaryOperatorKind.RightShift => ArithmeticOperator.Shr,
        _ => null,
    };
}
