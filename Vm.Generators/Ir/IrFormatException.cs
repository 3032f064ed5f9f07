namespace Vm.Generators.Ir;

/// <summary>A text is not what <c>docs/ir.md</c> describes.</summary>
sealed class IrFormatException(string message, int line) : Exception($"line {line} of the intermediate representation: {message}")
{
    /// <summary>The line, from 1.</summary>
    public int Line { get; } = line;
}
