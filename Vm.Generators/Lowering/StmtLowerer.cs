using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Vm.Generators.Ir;

namespace Vm.Generators.Lowering;

/// <summary>Statements. A construct without a case is refused, never skipped.</summary>
sealed partial class StmtLowerer(LoweringScope scope)
{
    readonly ExprLowerer expr = new(scope);

    public EquatableArray<Stmt> Lower(IOperation? body) => body is null ? [] : Statements(body).ToEquatableArray();

    IEnumerable<Stmt> Statements(IOperation operation)
    {
        switch (operation)
        {
            case IBlockOperation o: return LowerBlock(o);
            case IEmptyOperation: return [];
            case IVariableDeclarationGroupOperation o: return o.Declarations.SelectMany(d => d.Declarators).SelectMany(Declare);
            case IExpressionStatementOperation o: return LowerExpression(o.Operation);
            case IConditionalOperation o: return One(o, new If(expr.Lower(o.Condition), Lower(o.WhenTrue), Lower(o.WhenFalse)));
            case IWhileLoopOperation { ConditionIsTop: true, ConditionIsUntil: false } o: return LowerWhile(o);
            case IForLoopOperation o: return LowerFor(o);
            case IUsingOperation o: return LowerUsing(o);
            case IReturnOperation o: return One(o, new Return(o.ReturnedValue is null ? null : expr.LowerValue(o.ReturnedValue)));
            case IBranchOperation { BranchKind: BranchKind.Break } o: return One(o, new Break());
            case IBranchOperation { BranchKind: BranchKind.Continue } o: return LowerContinue(o);
            default: return Refuse(operation);
        }
    }

    IEnumerable<Stmt> Declare(IVariableDeclaratorOperation operation)
    {
        var (local, syntax) = (operation.Symbol, operation.Syntax);
        var initializer = operation.Initializer ?? (operation.Parent as IVariableDeclarationOperation)?.Initializer;
        if (initializer is null) return Refuse(operation, $"the local '{local.Name}' without a value", "give it one where it is declared");

        // A local for a table is another word for it, and nothing happens here.
        if (expr.TableOf(initializer.Value) is not null && local.RefKind == RefKind.None) return [];

        if (local.RefKind == RefKind.None)
            return [scope.At(syntax, new Let(local.Name, expr.TypeOf(local.Type, syntax), expr.LowerValue(initializer.Value)))];

        return expr.LowerRow(initializer.Value) is Element row
            ? [scope.At(syntax, new Alias(local.Name, row.Table, row.Handle))]
            : Refuse(operation, $"the ref local '{local.Name}'", "let it refer to an element of a table of the state");
    }

    IEnumerable<Stmt> LowerExpression(IOperation operation)
    {
        switch (operation)
        {
            case ISimpleAssignmentOperation { IsRef: false } o: return Assign(o, o.Target, expr.LowerValue(o.Value));
            case ICompoundAssignmentOperation o: return LowerCompound(o);
            case IIncrementOrDecrementOperation o: return LowerIncrement(o);
            case IInvocationOperation o: return LowerCall(o);
            default: return Refuse(operation);
        }
    }

    IEnumerable<Stmt> Assign(IOperation operation, IOperation target, Expr value)
    {
        if (expr.LowerPlace(target) is not { } place)
            return Refuse(target, $"an assignment to '{target.Syntax}'", "assign to a local, a field of a row or a scalar of the state");

        if (value is Invocation && place is RowField { Row: Element })
            return Refuse(operation, "the result of a call as the value of a field of a table's element", "give it to a local first");

        if (target is IMemberReferenceOperation member && DeclarationLowering.NarrowWidth(member.Member) is not null)
        {
            if (value is Invocation)
                return Refuse(operation, "the result of a call as the value of a narrow bit-field", "give it to a local first");
            value = ExprLowerer.Mask(member.Member, target.Type!, value);
        }

        return One(operation, new Assign(place, value));
    }

    /// <summary><c>x op= e</c> computes in the operator's type and converts back.</summary>
    IEnumerable<Stmt> LowerCompound(ICompoundAssignmentOperation operation)
    {
        if (operation.IsChecked || operation.OperatorMethod is not null) return Refuse(operation);
        var isShift = operation.OperatorKind is BinaryOperatorKind.LeftShift or BinaryOperatorKind.RightShift;
        var target = operation.Target.Type!;
        var type = isShift ? Promoted(target) : operation.Value.Type!;
        var left = expr.Convert(operation, expr.Lower(operation.Target), target, type);
        var result = expr.Combine(operation, operation.OperatorKind, type, left, expr.Lower(operation.Value));
        return Assign(operation, operation.Target, expr.Convert(operation, result, type, target));
    }

    IEnumerable<Stmt> LowerIncrement(IIncrementOrDecrementOperation operation)
    {
        if (operation.IsChecked || operation.OperatorMethod is not null
            || TypeLowering.IntegerOf(operation.Type) is not { } integer || operation.Type!.TypeKind == TypeKind.Enum)
        {
            return Refuse(operation);
        }

        var op = operation.Kind == OperationKind.Increment ? ArithmeticOperator.Add : ArithmeticOperator.Sub;
        var value = new Arithmetic(op, integer, expr.Lower(operation.Target), new IntLiteral(1, integer));
        return Assign(operation, operation.Target, value);
    }

    ITypeSymbol Promoted(ITypeSymbol type) => type.SpecialType is SpecialType.System_Byte or SpecialType.System_UInt16
        ? scope.Compilation.GetSpecialType(SpecialType.System_Int32)
        : type;

    IEnumerable<Stmt> One(IOperation operation, Stmt statement) => [scope.At(operation.Syntax, statement)];

    IEnumerable<Stmt> Refuse(IOperation operation) =>
        Refuse(operation, $"a {operation.Kind} statement", "write it with the statements of docs/ir.md, or move it into an [External] method");

    IEnumerable<Stmt> Refuse(IOperation operation, string what, string wayOut)
    {
        scope.Refuse(operation.Syntax, what, wayOut);
        return [];
    }
}
