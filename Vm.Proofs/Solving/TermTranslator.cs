using System.Numerics;
using Microsoft.Z3;
using Vm.Proofs.Terms;
using ArraySort = Vm.Proofs.Terms.ArraySort;
using BoolSort = Vm.Proofs.Terms.BoolSort;
using IntSort = Vm.Proofs.Terms.IntSort;
using Sort = Vm.Proofs.Terms.Sort;
using Z3Sort = Microsoft.Z3.Sort;

namespace Vm.Proofs.Solving;

/// <summary>Terms as the solver's expressions. Handles are an uninterpreted sort, or in a finite scope an enumeration.</summary>
/// <param name="context">The solver's context.</param>
/// <param name="rows">In a finite scope, the number of rows of each handle's table, null not counted.</param>
sealed class TermTranslator(Context context, IReadOnlyDictionary<string, int>? rows = null) : IDisposable
{
    readonly Dictionary<Term, Expr> done = [];
    readonly Dictionary<Sort, Z3Sort> sorts = [];
    readonly Dictionary<string, FuncDecl> functions = [];

    /// <summary>Gives the expressions back; see <see cref="Z3Session"/>.</summary>
    public void Dispose()
    {
        foreach (var expr in done.Values) expr.Dispose();
    }

    public BoolExpr Formula(Term term) => (BoolExpr)Translate(term);

    public Expr Translate(Term term)
    {
        if (!done.TryGetValue(term, out var expr))
        {
            expr = Make(term, [.. term.Args.Select(Translate)]);
            done.Add(term, expr);
        }

        return expr;
    }

    /// <summary>In a finite scope, the row of a table; 0 is null where there is one.</summary>
    public Expr Row(HandleSort sort, int index) => ((EnumSort)SortOf(sort)).Consts[index];

    public Z3Sort SortOf(Sort sort)
    {
        if (!sorts.TryGetValue(sort, out var result))
        {
            result = sort switch
            {
                BoolSort => context.BoolSort,
                IntSort => context.IntSort,
                HandleSort handle => rows is null ? context.MkUninterpretedSort(handle.Name) : Enumeration(handle, rows[handle.Name]),
                ArraySort array => context.MkArraySort(SortOf(array.Index), SortOf(array.Element)),
                _ => throw new NotSupportedException(sort.ToString()),
            };
            sorts.Add(sort, result);
        }

        return result;
    }

    // The elements are numbered as the rows are: from 0, which is null where there is one.
    EnumSort Enumeration(HandleSort handle, int count) => context.MkEnumSort(
        handle.Name, [.. Enumerable.Range(0, count + (handle.HasNull ? 1 : 0)).Select(row => RowTerms.Name(handle, row))]);

    Expr Make(Term term, Expr[] args) => term.Op switch
    {
        Op.True => context.MkTrue(),
        Op.False => context.MkFalse(),
        Op.Number => Number(term.Number),
        Op.Null => rows is null ? context.MkConst($"null.{term.Name}", SortOf(term.Sort)) : Row((HandleSort)term.Sort, 0),
        Op.Const when rows is not null && RowTerms.IndexOf(term) is { } row => Row((HandleSort)term.Sort, row),
        Op.Const => context.MkConst(term.Name, SortOf(term.Sort)),
        Op.Not => context.MkNot((BoolExpr)args[0]),
        Op.And => context.MkAnd(args.Cast<BoolExpr>()),
        Op.Or => context.MkOr(args.Cast<BoolExpr>()),
        Op.Ite => context.MkITE((BoolExpr)args[0], args[1], args[2]),
        Op.Eq => context.MkEq(args[0], args[1]),
        Op.Lt => context.MkLt((ArithExpr)args[0], (ArithExpr)args[1]),
        Op.Le => context.MkLe((ArithExpr)args[0], (ArithExpr)args[1]),
        Op.Add => context.MkAdd((ArithExpr)args[0], (ArithExpr)args[1]),
        Op.Negate => context.MkUnaryMinus((ArithExpr)args[0]),
        Op.Scale => context.MkMul((ArithExpr)Number(term.Number), (ArithExpr)args[0]),
        Op.Divide => context.MkDiv((ArithExpr)args[0], (ArithExpr)args[1]),
        Op.Remainder => context.MkMod((IntExpr)args[0], (IntExpr)args[1]),
        Op.Apply => context.MkApp(Function(term), args),
        Op.Select => context.MkSelect((ArrayExpr)args[0], args[1]),
        Op.Store => context.MkStore((ArrayExpr)args[0], args[1], args[2]),
        _ => throw new InvalidOperationException($"{term.Op} is not for the solver: {term}"),
    };

    IntExpr Number(BigInteger value) => context.MkInt(value.ToString(System.Globalization.CultureInfo.InvariantCulture));

    FuncDecl Function(Term term)
    {
        if (!functions.TryGetValue(term.Name, out var function))
        {
            function = context.MkFuncDecl(term.Name, [.. term.Args.Select(arg => SortOf(arg.Sort))], SortOf(term.Sort));
            functions.Add(term.Name, function);
        }

        return function;
    }
}
