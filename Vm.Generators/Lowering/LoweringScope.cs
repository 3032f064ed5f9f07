using Microsoft.CodeAnalysis;
using Vm.Generators.Ir;

namespace Vm.Generators.Lowering;

/// <summary>A construct that the representation cannot say.</summary>
/// <param name="Where">The construct.</param>
/// <param name="What">The construct in words.</param>
/// <param name="WayOut">What to write instead.</param>
sealed record LoweringProblem(SyntaxNode Where, string What, string WayOut);

/// <summary>Which words may stand in the text that is being lowered.</summary>
enum WordScope
{
    /// <summary>Old, result, and what is for the proof alone have no meaning.</summary>
    Clause,

    /// <summary>A clause that the operation owes: also old and result.</summary>
    Ensures,

    /// <summary>A body or a function that a body uses: also what is for the proof alone.</summary>
    Code,
}

/// <summary>What the lowering of one item shares: how symbols are found, and what came up.</summary>
sealed class LoweringScope(Compilation compilation, WordScope words)
{
    readonly List<LoweringProblem> problems = [];
    readonly Dictionary<Stmt, SyntaxNode> sources = new(ReferenceComparer.Instance);

    public Compilation Compilation { get; } = compilation;

    public WordScope Words { get; } = words;

    public IReadOnlyList<LoweringProblem> Problems => problems;

    /// <summary>Where a statement was written.</summary>
    public SyntaxNode SourceOf(Stmt statement) => sources[statement];

    public T At<T>(SyntaxNode source, T statement) where T : Stmt
    {
        sources[statement] = source;
        return statement;
    }

    /// <summary>Notes a construct that cannot be lowered. The item is dropped, so the placeholder is never seen.</summary>
    public Expr Refuse(SyntaxNode where, string what, string wayOut)
    {
        problems.Add(new(where, what, wayOut));
        return new BoolLiteral(false);
    }

    /// <summary>Statements are records, but two equal ones at two places are two.</summary>
    sealed class ReferenceComparer : IEqualityComparer<Stmt>
    {
        public static readonly ReferenceComparer Instance = new();

        public bool Equals(Stmt x, Stmt y) => ReferenceEquals(x, y);

        public int GetHashCode(Stmt statement) => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(statement);
    }
}
