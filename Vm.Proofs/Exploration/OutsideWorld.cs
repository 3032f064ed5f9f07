using Vm.Generators.Ir;
using Vm.Proofs.Interpretation;
using Vm.Proofs.Reading;

namespace Vm.Proofs.Exploration;

/// <summary>What methods of the world outside answer. The component may not count on either answer, so both are tried.</summary>
sealed class OutsideWorld(IrProgram program)
{
    readonly List<ExternalItem> methods = [.. program.Code.Values.OfType<ExternalItem>().OrderBy(method => method.Name, StringComparer.Ordinal)];
    ConcreteState? state;
    int rowsGiven;

    /// <summary>A bit for each method that answers yes or no, or with a row or none; numbers are 0.</summary>
    public int Answers { get; private set; }

    /// <summary>A run begins.</summary>
    /// <param name="answers">See <see cref="Answers"/>.</param>
    /// <param name="entry">Its state at entry. Rows are given from the last one on, each once.</param>
    public void Begin(int answers, ConcreteState entry) => (Answers, state, rowsGiven) = (answers, entry, 0);

    public Int128 Answer(string name, IReadOnlyList<Int128> arguments)
    {
        var number = methods.FindIndex(method => method.Name == name);
        var isYes = ((Answers >> (number % 31)) & 1) != 0;
        var type = methods[number].Type;
        if (type == IrTypes.Bool) return isYes ? 1 : 0;
        if (!isYes || state is null || !program.Handles.ContainsKey(type)) return 0;

        var rows = state.RowCounts[program.TableOf(type).Name];
        return Math.Max(0, rows - rowsGiven++);
    }
}
