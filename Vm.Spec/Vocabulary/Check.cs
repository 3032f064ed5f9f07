using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Vm.Vocabulary;

/// <summary>Statements of bodies that stop the component when it is wrong.</summary>
public static class Check
{
    /// <summary>The original's <c>assert</c>: an obligation of the proof, and a check in every mode but <see cref="Off"/>.</summary>
    /// <exception cref="CheckFailedException">The condition is false.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Assert<TMode>(
        bool condition,
        [CallerArgumentExpression(nameof(condition))] string expression = "",
        [CallerMemberName] string operation = "")
        where TMode : struct, ICheckMode
    {
        if (TMode.Locks && !condition) FailAssertion(operation, expression);
    }

    /// <summary>The original's <c>panic</c>: stops in every mode. The proof shows that it is not reached.</summary>
    /// <param name="function">The C function, as in the original's message.</param>
    /// <param name="clause">The violated clause in words.</param>
    /// <param name="subject">The row that it is about.</param>
    [DoesNotReturn]
    public static void Panic(string function, string clause, object? subject = null) =>
        throw new PanicException(function, clause, subject);

    [DoesNotReturn]
    static void FailAssertion(string operation, string expression) =>
        throw new CheckFailedException(Operations.NameOf(operation), "assert", expression);
}
