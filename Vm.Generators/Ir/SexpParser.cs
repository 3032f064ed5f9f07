using System.Text;

namespace Vm.Generators.Ir;

/// <summary>Reads one S-expression. A <c>;</c> begins a comment that ends with the line.</summary>
sealed class SexpParser
{
    readonly string text;
    int at;
    int line = 1;

    SexpParser(string text) => this.text = text;

    bool AtEnd => at >= text.Length;

    /// <exception cref="IrFormatException">The text is not one or more S-expressions.</exception>
    public static IReadOnlyList<Sexp> ParseAll(string text)
    {
        var parser = new SexpParser(text);
        var items = new List<Sexp>();
        for (parser.SkipBlanks(); !parser.AtEnd; parser.SkipBlanks()) items.Add(parser.Parse());
        return items;
    }

    Sexp Parse() => text[at] switch
    {
        '(' => ParseList(),
        ')' => throw new IrFormatException("a ')' closes nothing", line),
        '"' => ParseQuoted(),
        _ => ParseAtom(),
    };

    Sexp.SexpList ParseList()
    {
        var first = line;
        var items = new List<Sexp>();
        at++;
        for (SkipBlanks(); !AtEnd && text[at] != ')'; SkipBlanks()) items.Add(Parse());
        if (AtEnd) throw new IrFormatException("a '(' is not closed", first);
        at++;
        return new(items, first);
    }

    Sexp.QuotedText ParseQuoted()
    {
        var first = line;
        var value = new StringBuilder();
        for (at++; !AtEnd && text[at] != '"'; at++)
        {
            if (text[at] == '\n') line++;
            if (text[at] == '\\' && at + 1 < text.Length) value.Append(text[++at] == 'n' ? '\n' : text[at]);
            else value.Append(text[at]);
        }

        if (AtEnd) throw new IrFormatException("a '\"' is not closed", first);
        at++;
        return new(value.ToString(), first);
    }

    Sexp.Atom ParseAtom()
    {
        var first = at;
        while (!AtEnd && !char.IsWhiteSpace(text[at]) && text[at] is not ('(' or ')' or '"' or ';')) at++;
        return new(text.Substring(first, at - first), line);
    }

    void SkipBlanks()
    {
        for (; !AtEnd && (char.IsWhiteSpace(text[at]) || text[at] == ';'); at++)
        {
            if (text[at] == ';') at = text.IndexOf('\n', at) is var end and >= 0 ? end : text.Length - 1;
            if (text[at] == '\n') line++;
        }
    }
}
