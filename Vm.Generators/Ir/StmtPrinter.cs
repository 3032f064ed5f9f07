using static Vm.Generators.Ir.Sexp;

namespace Vm.Generators.Ir;

/// <summary>Writes statements.</summary>
static class StmtPrinter
{
    public static IEnumerable<Sexp> Write(EquatableArray<Stmt> statements) => statements.Select(Write);

    public static Sexp Write(Stmt statement) => statement switch
    {
        Let s => List("let", s.Name, s.Type, Write(s.Value)),
        Assign s => List("set", Write(s.Target), Write(s.Value)),
        Alias s => List("alias", s.Name, s.Table, Write(s.Handle)),
        If s => List("if", Write(s.Condition), List("then", Write(s.Then)), List("else", Write(s.Else))),
        While s => List("while",
            [
                Write(s.Condition),
                .. s.Invariants.Select(i => List("invariant", Write(i))),
                .. s.Decreases is null ? Array.Empty<Sexp>() : [List("decreases", Write(s.Decreases))],
                List("do", Write(s.Body)),
            ]),
        Locked s => List("locked", [Write(s.Lock), .. Write(s.Body)]),
        ReadUnder s => List("reading", [Write(s.Lock), .. Write(s.Body)]),
        Acquire s => List("acquire", Write(s.Lock)),
        Release s => List("release", Write(s.Lock)),
        Assertion s => List("assert", Write(s.Condition)),
        Panic s => List("panic", Quote(s.Function), Quote(s.Clause)),
        Return { Value: null } => List("return"),
        Return s => List("return", Write(s.Value!)),
        Break => List("break"),
        Continue => List("continue"),
        Invoke s => Write(s.Invocation),
        GhostAdd s => List("ghost-add", s.Set, Write(s.Row)),
        GhostRemove s => List("ghost-remove", s.Set, Write(s.Row)),
        _ => throw new ArgumentOutOfRangeException(nameof(statement), statement, "a statement that the printer does not know"),
    };

    static Sexp Write(Expr expression) => ExprPrinter.Write(expression);
}
