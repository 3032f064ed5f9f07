using Vm.Proofs.Conditions;
using Vm.Proofs.Counterexamples;
using Vm.Proofs.Interpretation;
using Vm.Proofs.Reading;

namespace Vm.Proofs.LifeCycles;

/// <summary>A small state of the real component that satisfies the invariants.</summary>
/// <param name="Numbers">Its values.</param>
/// <param name="StageOf">By row, the stages that it is in.</param>
/// <param name="IsVaried">It differs in one value from a state that was come to.</param>
sealed record EntryPoint(ConcreteState Numbers, ILookup<Int128, int> StageOf, bool IsVaried);

/// <summary>Small states to run operations from.</summary>
/// <param name="component">The component.</param>
/// <param name="host">Runs it.</param>
/// <param name="options">The limits.</param>
sealed class EntryStates(Component component, ComponentHost host, ProofOptions options)
{
    /// <summary>Fewer than for a proof: what is not found is not tried.</summary>
    const uint ResourceLimit = 3_000_000;

    readonly StageObserver observer = new(component, host);
    readonly string handle = Stages.HandleOf(component.Program);

    /// <summary>States that the solver finds, so that there are rows in stages to which no operation leads.</summary>
    /// <param name="starts">States as the component's boot leaves them, for the values that never change.</param>
    /// <param name="wanted">The stages.</param>
    public IReadOnlyList<ConcreteState> Find(IReadOnlyList<ConcreteState> starts, IReadOnlyCollection<int> wanted)
    {
        var found = new List<ConcreteState>[starts.Count];
        Parallel.For(0, starts.Count, new ParallelOptions { MaxDegreeOfParallelism = options.Threads }, i =>
        {
            using var search = new Search(component, host, starts[i], options with { ResourceLimit = ResourceLimit });
            found[i] =
            [
                .. from stage in wanted
                   let state = search.Find(stage)
                   where state is not null
                   select state,
            ];
        });
        return [.. found.SelectMany(states => states)];
    }

    /// <summary>The states, and those that differ from them in one value and satisfy the invariants, too.</summary>
    public IReadOnlyList<EntryPoint> Around(IReadOnlyList<ConcreteState> states) =>
    [
        .. Enter(states),
        .. states.AsParallel().AsOrdered().WithDegreeOfParallelism(options.Threads)
            .SelectMany(state => Neighbours.Of(component.Program, state))
            .Where(state => host.CatalogueViolation(state) is null)
            .Select(state => Enter(state, isVaried: true)),
    ];

    /// <summary>The states alone.</summary>
    public IReadOnlyList<EntryPoint> Enter(IReadOnlyList<ConcreteState> states) => [.. states.Select(state => Enter(state, isVaried: false))];

    EntryPoint Enter(ConcreteState state, bool isVaried) => new(state, observer.Stages(state, handle), isVaried);

    /// <summary>A number that no walk over rows of lists exceeds.</summary>
    public static int LongestList(IrProgram program, ConcreteState state) =>
        new Catalog(program).Lists.Select(list => state.RowCounts[program.TableOf(list.Row.Type).Name]).DefaultIfEmpty().Max();

    sealed class Search : IDisposable
    {
        readonly OperationConditions conditions;
        readonly Stages stages;
        readonly ComponentHost host;
        readonly ModelFinder finder;

        public Search(Component component, ComponentHost host, ConcreteState start, ProofOptions options)
        {
            this.host = host;
            var program = component.Program;
            var kit = new EncoderKit(program, "", LongestList(program, start));
            var state = kit.Changes.Unknown();
            foreach (var conjunct in kit.Invariants.Encode(state)) kit.Ledger.Assume(conjunct.Formula);
            stages = new Stages(program, kit.Terms);
            var sort = stages.SortOfRows(state);
            conditions = new(
                kit.Terms, kit.Ledger.Assumptions, [], state, [kit.Terms.Const("row", sort)], [], kit.Changes.TrueCounts(state));
            finder = new ModelFinder(program, conditions, start, options, isSetUp: true);
        }

        public ConcreteState? Find(int stage)
        {
            var (terms, state, row) = (conditions.Terms, conditions.Entry, conditions.Arguments[0]);
            var unwanted = terms.Not(terms.And(stages.IsRow(terms, row), stages.Is(stage, state, row)));
            var found = finder.Find(
                new Condition(new("", "state", "", "", SourcePlace.None, SourcePlace.None), conditions.Assumptions.Count, unwanted, state.Path),
                simplest: false)?.State;
            return found is not null && host.CatalogueViolation(found) is null ? found : null;
        }

        public void Dispose() => finder.Dispose();
    }
}
