namespace Vm.Vocabulary;

/// <summary>Marks a static class whose methods include lemmas.</summary>
/// <param name="arguments">For a class with one type parameter the types that the lemmas hold for, each by itself.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class LemmasAttribute(params Type[] arguments) : Attribute
{
    /// <summary>The types that the lemmas hold for.</summary>
    public IReadOnlyList<Type> Arguments { get; } = arguments;
}

/// <summary>
/// Marks a static method that returns true for all values of its parameters, and throws for none. It is proved from the compiled code, its own and
/// that of all it calls; a condition that it holds under is an early <c>return true</c>. An object that a parameter names holds
/// anything, and no two name the same one.
/// </summary>
/// <param name="sentence">What it says, in words.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class LemmaAttribute(string sentence) : Attribute
{
    /// <summary>What it says, in words.</summary>
    public string Sentence { get; } = sentence;
}

/// <summary>
/// Marks a static method of what lemmas begin with: where it is false they say nothing. That it is true when their code runs is not proved as a whole, so
/// <c>vm audit</c> lists it with the lemmas that use it.
/// </summary>
/// <param name="sentence">What is assumed, and why it may be.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AssumedAttribute(string sentence) : Attribute
{
    /// <summary>What is assumed, and why it may be.</summary>
    public string Sentence { get; } = sentence;
}
