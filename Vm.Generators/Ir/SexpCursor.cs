using static Vm.Generators.Ir.Sexp;

namespace Vm.Generators.Ir;

/// <summary>Takes the items of a list one after the other and says what was expected where something else stands.</summary>
sealed class SexpCursor(SexpList list, int at = 0)
{
    public int Line => list.Line;

    public bool AtEnd => at >= list.Items.Count;

    /// <summary>Begins behind the head of a list.</summary>
    public static SexpCursor Enter(Sexp sexp, string expected) =>
        sexp is SexpList list ? new(list, list.Head is null ? 0 : 1) : throw Unexpected(sexp, expected);

    /// <summary>Begins before the first item, also if that is an atom.</summary>
    public static SexpCursor EnterPlain(Sexp sexp, string expected) =>
        sexp is SexpList list ? new(list) : throw Unexpected(sexp, expected);

    public Sexp Next(string expected) =>
        AtEnd ? throw new IrFormatException($"{expected} is missing at the end of {Excerpt(list)}", Line) : list.Items[at++];

    public string Atom(string expected) =>
        Next(expected) is var item && item is Atom atom ? atom.Text : throw Unexpected(item, expected);

    public string Text(string expected) =>
        Next(expected) is var item && item is QuotedText text ? text.Text : throw Unexpected(item, expected);

    /// <summary>Takes the next item if it is this atom.</summary>
    public bool TryAtom(string keyword)
    {
        var found = !AtEnd && list.Items[at] is Atom atom && atom.Text == keyword;
        if (found) at++;
        return found;
    }

    /// <summary>Takes the next item if it is a list with this head.</summary>
    public SexpCursor? TryList(string head) =>
        !AtEnd && list.Items[at] is SexpList next && next.Head == head ? Enter(list.Items[at++], head) : null;

    public EquatableArray<T> Rest<T>(Func<Sexp, T> read)
    {
        var items = new List<T>();
        while (!AtEnd) items.Add(read(list.Items[at++]));
        return items.ToEquatableArray();
    }

    /// <summary>Insists that nothing is left.</summary>
    public T End<T>(T value) =>
        AtEnd ? value : throw new IrFormatException($"{Excerpt(list.Items[at])} is one too many in {Excerpt(list)}", Line);

    public static IrFormatException Unexpected(Sexp found, string expected) =>
        new($"{expected} is expected, not {Excerpt(found)}", found.Line);

    static string Excerpt(Sexp sexp)
    {
        const int length = 60;
        var text = sexp.ToString();
        return text.Length <= length ? text : text.Substring(0, length) + "...";
    }
}
