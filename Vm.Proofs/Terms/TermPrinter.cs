namespace Vm.Proofs.Terms;

/// <summary>Terms as S-expressions, for tests and messages.</summary>
static class TermPrinter
{
    public static string Print(Term term) => term.Op switch
    {
        Op.True => "true",
        Op.False => "false",
        Op.Number => term.Number.ToString(),
        Op.Null => "null",
        Op.Const or Op.Var => term.Name,
        Op.ForAll => $"(forall ({string.Join(' ', term.Binding!.Variables.Select(v => v.Name))}) {Print(term.Args[0])})",
        Op.Scale => $"(* {term.Number} {Print(term.Args[0])})",
        Op.Apply => $"({term.Name}{string.Concat(term.Args.Select(a => " " + Print(a)))})",
        _ => $"({Symbol(term.Op)}{string.Concat(term.Args.Select(a => " " + Print(a)))})",
    };

    static string Symbol(Op op) => op switch
    {
        Op.Not => "not",
        Op.And => "and",
        Op.Or => "or",
        Op.Ite => "ite",
        Op.Eq => "=",
        Op.Lt => "<",
        Op.Le => "<=",
        Op.Add => "+",
        Op.Negate => "-",
        Op.Divide => "div",
        Op.Remainder => "mod",
        Op.Select => "select",
        Op.Store => "store",
        _ => op.ToString(),
    };
}
