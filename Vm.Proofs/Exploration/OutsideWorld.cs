using Vm.Generators.Ir;
using Vm.Proofs.Reading;

namespace Vm.Proofs.Exploration;

/// <summary>What methods of the world outside answer. The component may not count on either answer, so both are tried.</summary>
sealed class OutsideWorld(IrProgram program)
{
    readonly List<ExternalItem> methods = [.. program.Code.Values.OfType<ExternalItem>().OrderBy(method => method.Name, StringComparer.Ordinal)];

    /// <summary>A bit for each method that answers yes or no; numbers are 0.</summary>
    public int Answers { get; set; }

    public Int128 Answer(string name, IReadOnlyList<Int128> arguments)
    {
        var number = methods.FindIndex(method => method.Name == name);
        return methods[number].Type == IrTypes.Bool ? (Answers >> (number % 31)) & 1 : 0;
    }
}
