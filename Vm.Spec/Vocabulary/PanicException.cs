namespace Vm.Vocabulary;

/// <summary>The component stopped in <see cref="Check.Panic"/>.</summary>
public sealed class PanicException(string function, string clause, object? subject)
    : Exception(subject is null ? $"panic: {function}: {clause}" : $"panic: {function}: {subject}: {clause}")
{
    /// <summary>The C function.</summary>
    public string Function { get; } = function;

    /// <summary>The violated clause in words.</summary>
    public string Clause { get; } = clause;
}
