using System.Numerics;
using Vm.Proofs.Queries;
using Vm.Proofs.Terms;

namespace Vm.Proofs.Export;

/// <summary>
/// Questions in SMT-LIB 2. Made from the terms, not by the solver: that the solver's own translation is right is among what a
/// second solver checks.
/// </summary>
sealed class SmtLibWriter(TextWriter output)
{
    readonly Dictionary<Term, int> uses = [];
    readonly Dictionary<Term, string> named = [];
    readonly Dictionary<string, string> declared = [];

    /// <summary>Writes a question, with what it is about.</summary>
    public void Write(Query query, ExportedCondition about)
    {
        WriteHead(output, about);
        foreach (var fact in query.Facts) Count(fact);
        foreach (var fact in query.Facts) output.WriteLine($"(assert {Text(fact)})");
        output.WriteLine("(check-sat)");
    }

    /// <summary>Writes a question that the solver's library printed, with what it is about.</summary>
    public static void Write(TextWriter output, string question, ExportedCondition about)
    {
        WriteHead(output, about);
        output.WriteLine(question.TrimEnd());
        output.WriteLine("(check-sat)");
    }

    static void WriteHead(TextWriter output, ExportedCondition about)
    {
        output.WriteLine($"(set-info :source |{Plain($"{about.Operation}, {about.Place}, {about.Kind} {about.Clause}: {about.Sentence}")}|)");
        output.WriteLine($"(set-info :status {about.Status})");
        output.WriteLine("(set-logic ALL)");
    }

    void Count(Term term)
    {
        uses[term] = uses.GetValueOrDefault(term) + 1;
        if (uses[term] > 1) return;

        foreach (var arg in term.Args) Count(arg);
    }

    /// <summary>The term, or the name of its definition: what stands in several places is written once.</summary>
    string Text(Term term)
    {
        if (named.TryGetValue(term, out var name)) return name;

        var text = Made(term, [.. term.Args.Select(Text)]);
        if (term.Args.IsEmpty || uses[term] == 1) return text;

        name = $"t{named.Count}";
        output.WriteLine($"(define-fun {name} () {SortText(term.Sort)} {text})");
        named.Add(term, name);
        return name;
    }

    string Made(Term term, IReadOnlyList<string> args) => term.Op switch
    {
        Op.True => "true",
        Op.False => "false",
        Op.Number => Number(term.Number),
        Op.Null => Declared($"null.{term.Name}", term),
        Op.Const => Declared(term.Name, term),
        Op.Apply => $"({Declared(term.Name, term)} {string.Join(' ', args)})",
        Op.Scale => $"(* {Number(term.Number)} {args[0]})",
        _ => $"({Symbol(term.Op)} {string.Join(' ', args)})",
    };

    string Declared(string name, Term term)
    {
        var signature = $"({string.Join(' ', term.Args.Select(arg => SortText(arg.Sort)))}) {SortText(term.Sort)}";
        if (declared.TryAdd(name, signature)) output.WriteLine($"(declare-fun |{name}| {signature})");
        else if (declared[name] != signature) throw new InvalidOperationException($"{name} stands for {declared[name]} and for {signature}");
        return $"|{name}|";
    }

    string SortText(Sort sort) => sort switch
    {
        BoolSort => "Bool",
        IntSort => "Int",
        HandleSort handle => DeclaredSort(handle.Name),
        ArraySort array => $"(Array {SortText(array.Index)} {SortText(array.Element)})",
        _ => throw new NotSupportedException(sort.ToString()),
    };

    string DeclaredSort(string name)
    {
        if (declared.TryAdd($"sort {name}", "")) output.WriteLine($"(declare-sort |{name}| 0)");
        return $"|{name}|";
    }

    static string Number(BigInteger value) => value.Sign < 0 ? $"(- {-value})" : $"{value}";

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
        _ => throw new InvalidOperationException($"{op} is not for the solver"),
    };

    static string Plain(string text) => text.Replace('|', '/').Replace('\\', '/');
}
