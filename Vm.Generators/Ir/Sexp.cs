namespace Vm.Generators.Ir;

/// <summary>The concrete syntax under the representation: an atom, a quoted text, or a list.</summary>
/// <param name="line">Line of the text that it was read from, from 1; 0 if it was not read.</param>
abstract class Sexp(int line)
{
    public int Line { get; } = line;

    /// <summary>The text on one line.</summary>
    public abstract override string ToString();

    public static implicit operator Sexp(string atom) => new Atom(atom);

    public static SexpList List(params Sexp[] items) => new(items);

    public static SexpList List(string head, IEnumerable<Sexp> items) => new([head, .. items]);

    public static QuotedText Quote(string text) => new(text);

    /// <summary>A name, keyword or number.</summary>
    internal sealed class Atom(string text, int line = 0) : Sexp(line)
    {
        public string Text { get; } = text;

        public override string ToString() => Text;
    }

    /// <summary>A sentence.</summary>
    internal sealed class QuotedText(string text, int line = 0) : Sexp(line)
    {
        public string Text { get; } = text;

        public override string ToString() =>
            "\"" + Text.Replace("\\", "\\\\").Replace("\"", "\\\"").Replace("\n", "\\n") + "\"";
    }

    /// <summary>A list in parentheses.</summary>
    internal sealed class SexpList(IReadOnlyList<Sexp> items, int line = 0) : Sexp(line)
    {
        public IReadOnlyList<Sexp> Items { get; } = items;

        /// <summary>The first item if it is an atom: what kind of node the list is.</summary>
        public string? Head => Items.Count > 0 && Items[0] is Atom head ? head.Text : null;

        public override string ToString() => $"({string.Join(" ", Items)})";
    }
}
