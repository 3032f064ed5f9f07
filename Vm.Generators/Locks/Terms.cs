namespace Vm.Generators.Locks;

/// <summary>Makes terms, simplified as far as they show it themselves.</summary>
static class Terms
{
    public static readonly Term True = new("true");
    public static readonly Term False = new("false");

    /// <summary>The null handle of whatever type.</summary>
    public static readonly Term Null = new("null");

    const string EqHead = "eq", NotHead = "not", AndHead = "and", OrHead = "or", IteHead = "ite";

    public static bool IsEq(this Term term) => term.Head == EqHead;

    public static bool IsNot(this Term term) => term.Head == NotHead;

    public static bool IsAnd(this Term term) => term.Head == AndHead;

    public static bool IsOr(this Term term) => term.Head == OrHead;

    /// <summary>A constant, different from every constant that prints otherwise.</summary>
    public static Term Literal(string text) => new($"'{text}");

    public static Term Truth(bool value) => value ? True : False;

    public static Term IsNull(Term handle) => Eq(handle, Null);

    public static Term Not(Term term)
    {
        if (IsLiteral(term)) return term.Equals(True) ? False : True;
        return term.Head switch
        {
            NotHead => term.Arguments[0],
            AndHead => Or(Not(term.Arguments[0]), Not(term.Arguments[1])),
            OrHead => And(Not(term.Arguments[0]), Not(term.Arguments[1])),
            _ => new(NotHead, term),
        };
    }

    public static Term And(Term left, Term right)
    {
        if (left.Equals(False) || right.Equals(False)) return False;
        if (left.Equals(True) || left.Equals(right)) return right;
        return right.Equals(True) ? left : new(AndHead, left, right);
    }

    public static Term Or(Term left, Term right)
    {
        if (left.Equals(True) || right.Equals(True)) return True;
        if (left.Equals(False) || left.Equals(right)) return right;
        return right.Equals(False) ? left : new(OrHead, left, right);
    }

    public static Term Ite(Term condition, Term whenTrue, Term whenFalse)
    {
        if (condition.Equals(True) || whenTrue.Equals(whenFalse)) return whenTrue;
        if (condition.Equals(False)) return whenFalse;
        if (whenTrue.Equals(True)) return Or(condition, whenFalse);
        if (whenTrue.Equals(False)) return And(Not(condition), whenFalse);
        if (whenFalse.Equals(False)) return And(condition, whenTrue);
        return whenFalse.Equals(True) ? Or(Not(condition), whenTrue) : new(IteHead, condition, whenTrue, whenFalse);
    }

    public static Term Eq(Term left, Term right)
    {
        if (left.Equals(right)) return True;
        if (IsLiteral(left) && IsLiteral(right)) return False;
        if (left.Equals(True) || right.Equals(True)) return left.Equals(True) ? right : left;
        if (left.Equals(False) || right.Equals(False)) return Not(left.Equals(False) ? right : left);
        if (left.Head == IteHead) return Ite(left.Arguments[0], Eq(left.Arguments[1], right), Eq(left.Arguments[2], right));
        if (right.Head == IteHead) return Eq(right, left);
        return string.CompareOrdinal(left.ToString(), right.ToString()) < 0 ? new(EqHead, left, right) : new(EqHead, right, left);
    }

    /// <summary>The term with these arguments in place of its own.</summary>
    public static Term With(this Term term, IReadOnlyList<Term> arguments) => term.Head switch
    {
        EqHead => Eq(arguments[0], arguments[1]),
        NotHead => Not(arguments[0]),
        AndHead => And(arguments[0], arguments[1]),
        OrHead => Or(arguments[0], arguments[1]),
        IteHead => Ite(arguments[0], arguments[1], arguments[2]),
        _ => new(term.Head, arguments),
    };

    public static bool IsLiteral(Term term) =>
        term.Arguments.Count == 0 && (term.Head is "true" or "false" or "null" || term.Head[0] == '\'');
}
