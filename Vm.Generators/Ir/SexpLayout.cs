using System.Text;

namespace Vm.Generators.Ir;

/// <summary>Breaks S-expressions into lines: what fits stays on one, otherwise each node of a list begins its own.</summary>
static class SexpLayout
{
    const int Width = 118;

    /// <summary>Nodes whose first operand is read together with the head.</summary>
    static readonly HashSet<string?> LeadingOperand =
        ["if", "while", "locked", "set", "invariant", "decreases", "forall", "exists", "count", "unique", "chain", "queue"];

    public static string Print(Sexp sexp)
    {
        var text = new StringBuilder();
        Print(sexp, 0, text);
        return text.ToString();
    }

    static void Print(Sexp sexp, int indent, StringBuilder text)
    {
        var flat = sexp.ToString();
        if (sexp is not Sexp.SexpList list || indent + flat.Length <= Width)
        {
            text.Append(flat);
            return;
        }

        text.Append('(');
        for (var i = 0; i < list.Items.Count; i++)
        {
            var staysBehindHead = i == 1 && LeadingOperand.Contains(list.Head);
            if (StartsLine(list.Items[i]) && !staysBehindHead) text.Append('\n').Append(' ', indent + 2);
            else if (i > 0) text.Append(' ');
            Print(list.Items[i], indent + 2, text);
        }

        text.Append(')');
    }

    /// <summary>A node has a head; names and parameter lists have none and stay on the line of their owner.</summary>
    static bool StartsLine(Sexp item) => item is Sexp.SexpList { Head: not null };
}
