using Microsoft.CodeAnalysis;
using Vm.Generators.Ir;
using Vm.Generators.Symbols;

namespace Vm.Generators.Weaving;

/// <summary>The documentation of a woven operation: the body's, and the contract in words.</summary>
static class Documentation
{
    /// <summary>The documentation lines above a declaration.</summary>
    public static EquatableArray<string> LinesOf(SyntaxNode declaration) =>
        declaration.GetLeadingTrivia().ToFullString().Split('\n')
            .Select(l => l.Trim()).Where(l => l.StartsWith("///", StringComparison.Ordinal)).ToEquatableArray();

    /// <summary>The contract's locks and clauses as sentences, a paragraph each.</summary>
    public static EquatableArray<string> PromiseOf(ContractSymbol contract)
    {
        var paragraphs = new List<string>();
        Add("Locks", contract.Locks.Select(l => $"{Duty(l.Duty)} {NameOf(l)}"));
        Add("Requires", contract.Requires.Select(c => c.Sentence));
        Add("Ensures", contract.Ensures.Select(c => c.Sentence));
        return paragraphs.ToEquatableArray();

        void Add(string title, IEnumerable<string> sentences)
        {
            var text = string.Join("; ", sentences.Select(Escape));
            if (text.Length > 0) paragraphs.Add($"{title}: {text}.");
        }
    }

    /// <summary>A lock in words.</summary>
    public static string NameOf(LockClause clause) =>
        (clause.Of.Length == 0 ? $"the {clause.LockClass} lock" : $"the {clause.LockClass} lock of {clause.Of}")
        + (clause.When.Length == 0 ? "" : $" if {clause.When}");

    static string Duty(LockDuty duty) => duty switch
    {
        LockDuty.MustHold => "the caller holds",
        LockDuty.MustNotHold => "the caller does not hold",
        LockDuty.Acquires => "takes and gives back",
        LockDuty.Releases => "gives back",
        LockDuty.ReturnsHolding => "returns with",
        _ => throw new ArgumentOutOfRangeException(nameof(duty)),
    };

    static string Escape(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");
}
