using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Vm.Generators.Common;
using Vm.Generators.Ir;
using Vm.Generators.Symbols;

namespace Vm.Generators.Lowering;

/// <summary>What the lowering of a declaration gave.</summary>
/// <param name="Item">The item; meaningless if there are problems.</param>
/// <param name="Places">Where the item, its clauses and its statements were written.</param>
sealed record LoweredDeclaration(
    IrItem Item, IReadOnlyList<ItemPlace> Places, IReadOnlyList<LoweringProblem> Problems);

/// <summary>A line of the map.</summary>
/// <param name="Name">The item's name, or <c>Contract.Clause</c>.</param>
/// <param name="Ordinal">0 for the item, n for its n-th statement.</param>
sealed record ItemPlace(string Name, int Ordinal, Location Location, string Text = "");

/// <summary>Lowers an annotated declaration. The generator and the analyzer both come in here, so they agree.</summary>
static class ItemLowering
{
    /// <summary>The attributes whose declarations are items and have no body of code.</summary>
    public static readonly IReadOnlyList<string> Specifying =
    [
        VocabularyNames.Handle, VocabularyNames.Packed, VocabularyNames.Row, VocabularyNames.State,
        VocabularyNames.Pure, VocabularyNames.Invariant, VocabularyNames.AbstractState, VocabularyNames.Contract,
    ];

    /// <summary>The attributes whose declarations are items.</summary>
    public static readonly IReadOnlyList<string> Attributes =
        [.. Specifying, VocabularyNames.Operation, VocabularyNames.Inline, VocabularyNames.External];

    /// <param name="declaration">The declaration's syntax, whose body is lowered.</param>
    /// <param name="attribute">One of <see cref="Attributes"/>; null for an enum.</param>
    /// <param name="compilation">The compilation, with the operations' signatures (<see cref="WovenDeclarations"/>).</param>
    /// <returns>Null if the declaration is too malformed to have a lowering; another diagnostic says why.</returns>
    public static LoweredDeclaration? Lower(SyntaxNode declaration, string? attribute, Compilation compilation)
    {
        var symbol = compilation.GetSemanticModel(declaration.SyntaxTree).GetDeclaredSymbol(declaration);
        return (attribute, symbol) switch
        {
            (null, INamedTypeSymbol type) => Declared(DeclarationLowering.Enum(type), type),
            (VocabularyNames.Handle, INamedTypeSymbol type) => Declared(DeclarationLowering.Handle(type), type),
            (VocabularyNames.Packed or VocabularyNames.Row, INamedTypeSymbol type) => Declared(DeclarationLowering.Row(type), type),
            (VocabularyNames.State, INamedTypeSymbol type) => Declared(DeclarationLowering.State(type), type),
            (VocabularyNames.Contract, INamedTypeSymbol type) => LowerContract(new(type), compilation),
            (VocabularyNames.Pure, IMethodSymbol method) => LowerFunction(method, compilation),
            (VocabularyNames.Invariant, IMethodSymbol method) => LowerInvariant(method, compilation),
            (VocabularyNames.AbstractState, IMethodSymbol method) => LowerAbstractState(method, compilation),
            (VocabularyNames.Operation, IMethodSymbol method) => LowerOperation(method, compilation),
            (VocabularyNames.Inline, IMethodSymbol method) => LowerInline(method, compilation),
            (VocabularyNames.External, IMethodSymbol method) => LowerExternal(method, compilation),
            _ => null,
        };
    }

    static LoweredDeclaration Declared(IrItem item, ISymbol symbol) => new(item, [PlaceOf(item.Name, symbol)], []);

    static LoweredDeclaration LowerContract(ContractSymbol contract, Compilation compilation)
    {
        var scope = new LoweringScope(compilation, WordScope.Clause);
        var ensures = new LoweringScope(compilation, WordScope.Ensures);
        var name = contract.Type.Name;
        var item = new ContractItem(
            name,
            contract.Establishes,
            contract.Locks.ToEquatableArray(),
            contract.Modifies.ToEquatableArray(),
            contract.Requires.Select(c => LowerClause(c, scope)).ToEquatableArray(),
            contract.Ensures.Select(c => LowerClause(c, ensures)).ToEquatableArray(),
            contract.Ownership.ToEquatableArray());
        var clauses = contract.Requires.Concat(contract.Ensures).Select(c => PlaceOf($"{name}.{c.Method.Name}", c.Method));
        return new(item, [PlaceOf(name, contract.Type), .. clauses], [.. scope.Problems, .. ensures.Problems]);
    }

    static LoweredDeclaration LowerInvariant(IMethodSymbol method, Compilation compilation)
    {
        var scope = new LoweringScope(compilation, WordScope.Clause);
        var clause = LowerClause(ClauseSymbol.Of(method, VocabularyNames.Invariant)!, scope);
        return new(new InvariantItem(clause), [PlaceOf(method.Name, method)], scope.Problems);
    }

    // An operation may have a stage's name, so its place is called as that of a contract's clause is.
    static LoweredDeclaration LowerAbstractState(IMethodSymbol method, Compilation compilation)
    {
        var scope = new LoweringScope(compilation, WordScope.Clause);
        var clause = LowerClause(ClauseSymbol.Of(method, VocabularyNames.AbstractState)!, scope);
        return new(
            new AbstractStateItem(clause), [PlaceOf($"{method.ContainingType.Name}.{method.Name}", method)], scope.Problems);
    }

    static Clause LowerClause(ClauseSymbol clause, LoweringScope scope) =>
        new(clause.Method.Name, clause.Sentence, clause.WholeState, Parameters(clause.Method, scope), Expression(clause.Method, scope));

    static LoweredDeclaration LowerFunction(IMethodSymbol method, Compilation compilation)
    {
        var scope = new LoweringScope(compilation, WordScope.Code);
        var item = new FunctionItem(
            method.Name, method.Has(VocabularyNames.Opaque), Parameters(method, scope), ResultOf(method, scope), Expression(method, scope));
        return new(item, [PlaceOf(method.Name, method)], scope.Problems);
    }

    static LoweredDeclaration? LowerOperation(IMethodSymbol method, Compilation compilation)
    {
        if (OperationSymbol.Of(method) is not { } operation) return null;
        var scope = new LoweringScope(compilation, WordScope.Code);
        var item = new OperationItem(
            operation.Name, operation.Contract.Type.Name,
            method.Attribute(VocabularyNames.Trusted)?.Argument<string>(0),
            method.Attribute(VocabularyNames.Mutant)?.Argument<string>(0),
            Parameters(method, scope), ResultOf(method, scope), Body(method, scope),
            method.Attribute(VocabularyNames.Unlocked)?.Argument<string>(0));
        return WithStatements(item, item.Body, method, scope);
    }

    static LoweredDeclaration LowerInline(IMethodSymbol method, Compilation compilation)
    {
        var scope = new LoweringScope(compilation, WordScope.Code);
        var item = new InlineItem(method.Name, Parameters(method, scope), ResultOf(method, scope), Body(method, scope));
        return WithStatements(item, item.Body, method, scope);
    }

    static LoweredDeclaration LowerExternal(IMethodSymbol method, Compilation compilation)
    {
        var scope = new LoweringScope(compilation, WordScope.Code);
        var item = new ExternalItem(
            method.Name, Parameters(method, scope), ResultOf(method, scope),
            method.Attribute(VocabularyNames.TriesLock) is { } tries ? new(tries.MemberArgument(0), tries.Argument<string>(1) ?? "") : null);
        return new(item, [PlaceOf(method.Name, method)], scope.Problems);
    }

    static LoweredDeclaration WithStatements(IrItem item, EquatableArray<Stmt> body, IMethodSymbol method, LoweringScope scope)
    {
        var statements = scope.Problems.Count > 0 ? [] : body.InTextOrder()
            .Select((s, i) => new ItemPlace(item.Name, i + 1, scope.SourceOf(s).GetLocation(), AssertedText(s, scope.SourceOf(s))));
        return new(item, [PlaceOf(item.Name, method), .. statements], scope.Problems);
    }

    /// <summary>What an assertion asserts, as it was written, in one line.</summary>
    static string AssertedText(Stmt statement, SyntaxNode source) =>
        statement is Assertion && source is InvocationExpressionSyntax { ArgumentList.Arguments: { Count: > 0 } arguments }
            ? string.Join(" ", arguments[0].Expression.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            : "";

    static ItemPlace PlaceOf(string name, ISymbol symbol) => new(name, 0, symbol.Locations[0]);

    static EquatableArray<Binder> Parameters(IMethodSymbol method, LoweringScope scope)
    {
        var types = new ExprLowerer(scope);
        return method.Parameters.Where(TypeLowering.IsLowered)
            .Select(p => new Binder(p.Name, types.TypeOf(p.Type, SyntaxOf(p)))).ToEquatableArray();
    }

    static string ResultOf(IMethodSymbol method, LoweringScope scope) =>
        new ExprLowerer(scope).TypeOf(method.ReturnType, SyntaxOf(method));

    static EquatableArray<Stmt> Body(IMethodSymbol method, LoweringScope scope) => new StmtLowerer(scope).Lower(BlockOf(method, scope));

    /// <summary>The one expression that a function or clause consists of.</summary>
    static Expr Expression(IMethodSymbol method, LoweringScope scope)
    {
        var operations = BlockOf(method, scope)?.Operations;
        return operations is { Length: 1 } body && body[0] is IReturnOperation { ReturnedValue: { } value }
            ? new ExprLowerer(scope).Lower(value)
            : scope.Refuse(SyntaxOf(method), $"the body of '{method.Name}'", "write it as one expression: => ...");
    }

    /// <summary>The statements of a method, or null.</summary>
    public static IBlockOperation? BlockOf(IMethodSymbol method, LoweringScope scope)
    {
        var syntax = SyntaxOf(method);
        var body = scope.Compilation.GetSemanticModel(syntax.SyntaxTree).GetOperation(syntax) as IMethodBodyOperation;
        return body?.BlockBody ?? body?.ExpressionBody;
    }

    static SyntaxNode SyntaxOf(ISymbol symbol)
    {
        var syntaxes = symbol.DeclaringSyntaxReferences.Select(r => r.GetSyntax()).ToList();
        return syntaxes.FirstOrDefault(s => s is BaseMethodDeclarationSyntax { Body: not null } or BaseMethodDeclarationSyntax { ExpressionBody: not null })
            ?? syntaxes[0];
    }
}
