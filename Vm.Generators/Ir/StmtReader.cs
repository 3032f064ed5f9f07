using static Vm.Generators.Ir.Sexp;

namespace Vm.Generators.Ir;

/// <summary>Reads statements.</summary>
static class StmtReader
{
    public static Stmt Read(Sexp sexp)
    {
        var c = SexpCursor.Enter(sexp, "a statement");
        return c.End<Stmt>(((SexpList)sexp).Head switch
        {
            "let" => new Let(c.Atom("a name"), c.Atom("a type"), Next(c)),
            "set" => new Assign(Place(c), Next(c)),
            "alias" => new Alias(c.Atom("a name"), c.Atom("a table"), Next(c)),
            "if" => new If(Next(c), Block(c, "then"), Block(c, "else")),
            "while" => ReadWhile(c),
            "locked" => new Locked(Place(c), c.Rest(Read)),
            "reading" => new ReadUnder(Place(c), c.Rest(Read)),
            "acquire" => new Acquire(Place(c)),
            "release" => new Release(Place(c)),
            "assert" => new Assertion(Next(c)),
            "panic" => new Panic(c.Text("a function"), c.Text("a clause")),
            "return" => new Return(c.AtEnd ? null : Next(c)),
            "break" => new Break(),
            "continue" => new Continue(),
            "perform" or "inlined" or "outside" => ReadInvoke(sexp, c),
            "ghost-add" => new GhostAdd(c.Atom("a ghost set"), Next(c)),
            "ghost-remove" => new GhostRemove(c.Atom("a ghost set"), Next(c)),
            _ => throw SexpCursor.Unexpected(sexp, "a statement"),
        });
    }

    static While ReadWhile(SexpCursor c)
    {
        var condition = Next(c);
        var invariants = new List<Expr>();
        while (c.TryList("invariant") is { } invariant) invariants.Add(invariant.End(Next(invariant)));
        var decreases = c.TryList("decreases") is { } variant ? variant.End(Next(variant)) : null;
        return new(condition, invariants.ToEquatableArray(), decreases, Block(c, "do"));
    }

    static Invoke ReadInvoke(Sexp sexp, SexpCursor c)
    {
        c.Rest(item => item);
        return new((Invocation)ExprReader.Read(sexp));
    }

    static EquatableArray<Stmt> Block(SexpCursor c, string head) =>
        (c.TryList(head) ?? throw SexpCursor.Unexpected(c.Next($"({head} ...)"), $"({head} ...)")).Rest(Read);

    static Expr Next(SexpCursor c) => ExprReader.Read(c.Next("an expression"));

    static Place Place(SexpCursor c) => ExprReader.ReadPlace(c.Next("a place"));
}
