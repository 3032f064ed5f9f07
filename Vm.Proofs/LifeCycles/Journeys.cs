using Vm.Generators.Ir;
using Vm.Proofs.Interpretation;
using Vm.Proofs.Reading;

namespace Vm.Proofs.LifeCycles;

/// <summary>
/// Runs operations of the real component, each from what the others leave behind. What is seen does not depend on how many threads run.
/// </summary>
/// <param name="program">The component.</param>
/// <param name="states">Makes states to begin from.</param>
/// <param name="runAll">Runs all operations from states.</param>
sealed class Journeys(IrProgram program, EntryStates states, Func<IReadOnlyList<EntryPoint>, IEnumerable<Arrival>> runAll)
{
    /// <summary>Of states whose rows are in the same stages, so many are gone on from.</summary>
    const int MostVariants = 3;

    readonly string handle = Stages.HandleOf(program);

    /// <param name="starts">Small states as the component's boot leaves them.</param>
    public void Begin(IReadOnlyList<ConcreteState> starts)
    {
        var (come, missing) = ByOperations(starts);
        IReadOnlyList<ConcreteState> reached = [.. come, .. states.Find(starts, missing)];

        // Callers write into rows, too.
        while (reached.Count > 0)
            reached = [.. runAll(states.Around(reached)).Where(arrival => arrival.IsByNewEdge).Select(arrival => arrival.State)];
    }

    /// <summary>The states to which operations lead, and the stages to which they do not.</summary>
    (IReadOnlyList<ConcreteState> Come, IReadOnlyList<int> Missing) ByOperations(IReadOnlyList<ConcreteState> starts)
    {
        var missing = Enumerable.Range(0, program.AbstractStates.Count).ToHashSet();
        var variants = new Dictionary<string, HashSet<string>>();
        var come = new List<ConcreteState>();
        for (var reached = starts; reached.Count > 0;)
        {
            come.AddRange(reached);
            var entries = states.Enter(reached);
            missing.ExceptWith(entries.SelectMany(entry => entry.StageOf).SelectMany(stages => stages));
            reached = [.. runAll(entries).Where(IsNew).Select(arrival => arrival.State)];
        }

        return (come, [.. missing.Order()]);

        bool IsNew(Arrival arrival)
        {
            if (!variants.TryGetValue(arrival.Stages, out var known)) variants.Add(arrival.Stages, known = []);
            return known.Count < MostVariants && known.Add(Marks(arrival.State));
        }
    }

    /// <summary>The truths and small numbers of the rows: of states that differ in nothing else, one will do.</summary>
    string Marks(ConcreteState state) => string.Join(' ',
        from field in program.Fields(program.TableOf(handle))
        where field.Type == IrTypes.Bool || field.Bits is not null
        from row in state.RowsOf(handle)
        select state[program.TableOf(handle).Name, row, field.Name]);
}
