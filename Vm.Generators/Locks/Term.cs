namespace Vm.Generators.Locks;

/// <summary>A value that a body computes, by what is known of it: two terms that print alike are one value.</summary>
sealed class Term : IEquatable<Term>
{
    readonly string text;

    /// <param name="head">A literal, a name, a field at an epoch, or an operator.</param>
    public Term(string head, params IReadOnlyList<Term> arguments)
    {
        (Head, Arguments) = (head, arguments);
        text = arguments.Count == 0 ? head : $"({head} {string.Join(" ", arguments)})";
    }

    public string Head { get; }

    public IReadOnlyList<Term> Arguments { get; }

    /// <summary>The size, by which the simpler of two equal terms is told.</summary>
    public int Length => text.Length;

    public bool Equals(Term? other) => text == other?.text;

    public override bool Equals(object? obj) => Equals(obj as Term);

    public override int GetHashCode() => text.GetHashCode();

    public override string ToString() => text;
}
