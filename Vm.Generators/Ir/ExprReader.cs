using System.Globalization;
using System.Numerics;
using static Vm.Generators.Ir.Sexp;

namespace Vm.Generators.Ir;

/// <summary>Reads expressions.</summary>
static class ExprReader
{
    public static Expr Read(Sexp sexp) => sexp switch
    {
        Atom atom => ReadAtom(atom),
        SexpList { Head: { } head } list => ReadList(list, head),
        _ => throw SexpCursor.Unexpected(sexp, "an expression"),
    };

    public static Place ReadPlace(Sexp sexp) =>
        Read(sexp) as Place ?? throw SexpCursor.Unexpected(sexp, "a place: a local, (global G) or (. row F)");

    static Expr ReadAtom(Atom atom)
    {
        if (atom.Text is "true" or "false") return new BoolLiteral(atom.Text == "true");
        if (atom.Text.IndexOf(':') is not (>= 0 and var colon)) return new Variable(atom.Text);

        return BigInteger.TryParse(atom.Text.Substring(0, colon), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            ? new IntLiteral(value, atom.Text.Substring(colon + 1))
            : throw SexpCursor.Unexpected(atom, "a number and its type");
    }

    static Expr ReadList(SexpList list, string head)
    {
        var c = SexpCursor.Enter(list, "an expression");
        return c.End(head switch
        {
            "enum" => new EnumLiteral(c.Atom("an enum"), c.Atom("a member")),
            "null" => new NullLiteral(c.Atom("a handle type")),
            "global" => new GlobalVariable(c.Atom("a scalar of the state")),
            "." => new RowField(ReadRow(c.Next("a row")), c.Atom("a field")),
            "not" => new Not(Next(c)),
            "ite" => new Conditional(Next(c), Next(c), Next(c)),
            "isnull" => new NullTest(Next(c)),
            "index" => new IndexOf(Next(c)),
            "handle" => new HandleOf(c.Atom("a handle type"), Next(c)),
            "call" => new Call(c.Atom("a function"), c.Rest(Read)),
            "unique" => new Unique(Binder(c), Next(c), c.Rest(Read)),
            "chain" => new Chain(Binder(c), Next(c), Binder(c), Next(c), Next(c), Next(c)),
            "queue" => new Queue(Binder(c), Next(c), Next(c), Binder(c), Next(c), Next(c), Next(c), Next(c)),
            "rank" => new Rank(c.Atom("an invariant"), Next(c)),
            "member" => new GhostMember(c.Atom("a ghost set"), Next(c)),
            "old" => new Old(Next(c)),
            "result" => new Result(),
            _ => ReadOperator(list, head, c),
        });
    }

    static Expr ReadOperator(SexpList list, string head, SexpCursor c)
    {
        if (Keyword<ComparisonOperator>(head) is { } comparison) return new Comparison(comparison, Next(c), Next(c));
        if (Keyword<LogicalOperator>(head) is { } logical) return new Logical(logical, Next(c), Next(c));
        if (Keyword<Quantifier>(head) is { } quantifier) return new Quantified(quantifier, Binder(c), Next(c));
        if (Keyword<InvocationKind>(head) is { } kind) return new Invocation(kind, c.Atom("a callee"), c.Rest(Read));

        var parts = head.Split('.');
        return (parts[0], parts.Length) switch
        {
            ("conv", 3) => new Conversion(parts[1], parts[2], Next(c)),
            ("bnot", 2) => new Complement(parts[1], Next(c)),
            ("neg", 2) => new Negation(parts[1], Next(c)),
            (_, 2) when Keyword<ArithmeticOperator>(parts[0]) is { } arithmetic =>
                new Arithmetic(arithmetic, parts[1], Next(c), Next(c)),
            _ => throw SexpCursor.Unexpected(list, "an expression"),
        };
    }

    static RowReference ReadRow(Sexp sexp)
    {
        if (sexp is Atom alias) return new AliasedRow(alias.Text);
        if (sexp is not SexpList { Head: "elem" }) throw SexpCursor.Unexpected(sexp, "an alias or (elem Table handle)");
        var c = SexpCursor.Enter(sexp, "a row");
        return c.End(new Element(c.Atom("a table"), Next(c)));
    }

    static Expr Next(SexpCursor c) => Read(c.Next("an expression"));

    static Binder Binder(SexpCursor c) => IrReader.ReadBinder(c.Next("(name type)"));

    /// <summary>The operator whose keyword this is: its member's name in lower case.</summary>
    static T? Keyword<T>(string keyword) where T : struct, Enum =>
        keyword == keyword.ToLowerInvariant() && Enum.TryParse<T>(keyword, ignoreCase: true, out var value) && Enum.IsDefined(typeof(T), value)
            ? value
            : null;
}
