using Vm.Proofs.Interpretation;

namespace Vm.Proofs.Exploration;

/// <summary>Tells effects of runs apart by the fields that change from or to nothing, whichever their rows, and by whether there is a result.</summary>
sealed class Effects
{
    readonly Dictionary<(string?, string, bool, bool), int> numbers = [];

    /// <summary>The same for runs with the same effect.</summary>
    public long Of(ConcreteState before, ConcreteState after, Int128? result)
    {
        var changes = before.Differences(after).Select(change => (change.Table, change.Field, change.Was == 0, change.Is == 0)).Distinct();
        return changes.Sum(change => Mixed.Of(-2 - NumberOf(change))) + ((result ?? 0) == 0 ? 0 : Mixed.Of(-1));
    }

    int NumberOf((string?, string, bool, bool) change)
    {
        numbers.TryAdd(change, numbers.Count);
        return numbers[change];
    }
}
