namespace Vm.Generators.Ir;

/// <summary>The order of the statements in the text, by which the map numbers them from 1.</summary>
static class StmtOrder
{
    /// <summary>The statements and those inside them.</summary>
    public static IEnumerable<Stmt> InTextOrder(this IEnumerable<Stmt> statements) =>
        statements.SelectMany(s => Children(s).InTextOrder().Prepend(s));

    static IEnumerable<Stmt> Children(Stmt statement) => statement switch
    {
        If s => s.Then.Concat(s.Else),
        While s => s.Body,
        Locked s => s.Body,
        ReadUnder s => s.Body,
        _ => [],
    };
}
