using System.IO.Hashing;
using System.Text;
using Vm.Generators.Ir;
using Vm.Proofs.Counterexamples;
using Vm.Proofs.Interpretation;
using Vm.Proofs.Reading;

namespace Vm.Proofs.Exploration;

/// <summary>
/// Collects entries for every operation, by running random operations from given states and, in between, by being the world
/// outside: a field changes as it likes as long as the catalogue holds. Entries are kept that take another way through the code
/// or have another effect; states behind such runs are where the search goes on.
/// </summary>
sealed class EntryExplorer
{
    const int Attempts = 24;
    const int AttemptsIfRare = 240;
    const int Few = 30;
    const int Candidates = 4;
    const int StatesKept = 600;
    const int WalkLength = 12;
    const int SameWayKept = 12;
    const int KnownStatesKeptOneIn = 8;
    const int DisturbancesNearby = 3;

    readonly IrProgram program;
    readonly Interpreter interpreter;
    readonly Coverage coverage = new();
    readonly Effects effects = new();
    readonly OutsideWorld outside;
    readonly RandomValues values;
    readonly int seed;
    readonly IReadOnlyList<ConcreteState> seeds;
    readonly IReadOnlyList<ConcreteState> newStates;
    readonly List<ConcreteState> states;
    readonly List<OperationItem> operations;
    readonly List<OperationItem> establishing;
    readonly List<(TableDeclaration? Table, FieldDeclaration Field)> places;
    readonly Dictionary<string, List<Entry>> entries = [];
    readonly Dictionary<(string Operation, long Way), int> timesGone = [];

    /// <param name="program">The component.</param>
    /// <param name="first">States in which the catalogue holds, and new ones, from which operations establish it.</param>
    /// <param name="seed">Of the random choices.</param>
    public EntryExplorer(IrProgram program, IEnumerable<ConcreteState> first, int seed)
    {
        (this.program, this.seed) = (program, seed);
        outside = new OutsideWorld(program);
        interpreter = new Interpreter(program, outside.Answer, coverage, stepLimit: 20_000);
        values = new RandomValues(program, new Random(seed));
        var byCatalogue = first.ToLookup(state => interpreter.ViolatedInvariant(state) is null);
        (seeds, newStates) = ([.. byCatalogue[true]], [.. byCatalogue[false]]);
        states = [.. seeds];
        var byStart = program.Operations.Where(operation => operation.Mutant is null)
            .ToLookup(operation => program.Contract(operation.Contract).Establishes);
        (operations, establishing) = ([.. byStart[false]], [.. byStart[true]]);
        places =
        [
            .. program.State.Tables.SelectMany(table => program.Fields(table).Select(field => ((TableDeclaration?)table, field))),
            .. program.Globals.Select(global => ((TableDeclaration?)null, global)),
        ];
        places.RemoveAll(place => place.Field.Guard is ConstantGuard);
        foreach (var operation in operations.Concat(establishing)) entries.Add(operation.Name, []);
    }

    /// <summary>By operation, its entries. Operations that are broken on purpose have none.</summary>
    /// <param name="rounds">The number of runs to try.</param>
    public IReadOnlyDictionary<string, List<Entry>> Explore(int rounds)
    {
        foreach (var operation in establishing)
        {
            foreach (var newState in newStates) Try(operation, newState);
        }

        var state = values.Pick(states);
        for (var round = 0; round < rounds; round++)
        {
            if (values.Chance(2)) Disturb(state);
            if (values.Chance(WalkLength)) state = values.Pick(values.Chance(2) ? seeds : states);
            state = Try(values.Chance(2) ? Rare() : operations[round % operations.Count], state) ?? state;
        }

        // What is taken on trust may not have kept its promise to the caller; then the run says nothing about mutants either.
        var judge = new Judge(program, new Interpreter(program));
        foreach (var operation in operations.Concat(establishing))
            entries[operation.Name].RemoveAll(entry => judge.Run(operation, entry, out var differs) is not null || differs);
        return entries;
    }

    /// <summary>
    /// States and arguments from which the operation may be called, in states that were come to: the same, whichever operations were
    /// asked about before.
    /// </summary>
    /// <param name="operation">The operation; it may be broken.</param>
    /// <param name="attempts">The number of calls to think of.</param>
    public IEnumerable<Candidate> CallsOf(OperationItem operation, int attempts)
    {
        var values = new RandomValues(program, new Random(seed ^ (int)XxHash32.HashToUInt32(Encoding.UTF8.GetBytes(operation.Name))));
        for (var attempt = 0; attempt < attempts; attempt++)
        {
            var state = values.Pick(states);
            var arguments = values.Arguments(operation, state);
            if (interpreter.ViolatedRequires(operation.Name, arguments, state) is not null) continue;

            for (var i = 0; i < DisturbancesNearby; i++) state = DisturbedNearby(operation, arguments, state, values);
            yield return new(state, arguments);
        }
    }

    /// <summary>Of a few operations the one with the fewest entries.</summary>
    OperationItem Rare() => Enumerable.Range(0, Candidates).Select(_ => values.Pick(operations))
        .MinBy(operation => entries[operation.Name].Count)!;

    /// <summary>The state behind a run of the operation from the state; null if there is none.</summary>
    ConcreteState? Try(OperationItem operation, ConcreteState state)
    {
        var attempts = entries[operation.Name].Count < Few ? AttemptsIfRare : Attempts;
        for (var attempt = 0; attempt < attempts; attempt++)
        {
            var arguments = values.Arguments(operation, state);
            if (interpreter.ViolatedRequires(operation.Name, arguments, state) is not null) continue;

            for (var i = 0; i < DisturbancesNearby; i++) state = DisturbedNearby(operation, arguments, state, values);
            var after = state.Clone();
            coverage.Clear();
            outside.Begin(values.Index(int.MaxValue), state);
            if (interpreter.Run(operation.Name, arguments, after) is not { Failure: null } execution) return null;

            // What is taken on trust may break the catalogue, also inside another operation; then the run says nothing about mutants.
            if (interpreter.ViolatedInvariant(after) is not null) return null;

            var way = (operation.Name, coverage.Way + effects.Of(state, after, execution.Result));
            var known = timesGone[way] = timesGone.GetValueOrDefault(way) + 1;
            if (known <= SameWayKept) entries[operation.Name].Add(new(state, arguments, outside.Answers, after, execution.Result));
            if (known <= SameWayKept || values.Chance(KnownStatesKeptOneIn)) Keep(after);
            return after;
        }

        return null;
    }

    void Disturb(ConcreteState state)
    {
        var (table, field) = values.Pick(places);
        var disturbed = state.Clone();
        if (table is null) disturbed[field.Name] = values.Of(field.Type, state, field.Bits);
        else disturbed[table.Name, values.Pick([.. state.Rows(table)]), field.Name] = values.Of(field.Type, state, field.Bits);
        if (!disturbed.HasValuesOf(state) && interpreter.ViolatedInvariant(disturbed) is null) Keep(disturbed);
    }

    /// <summary>Changes a row that an argument names, or one that such a row names: there the operation looks.</summary>
    ConcreteState DisturbedNearby(OperationItem operation, Int128[] arguments, ConcreteState state, RandomValues values)
    {
        if (operation.Parameters.Count == 0) return state;

        var index = values.Index(arguments.Length);
        var (type, row) = (operation.Parameters[index].Type, arguments[index]);
        if (values.Chance(3) && Follow(type, row, state, values) is var (nextType, nextRow)) (type, row) = (nextType, nextRow);
        if (!IsRow(type, row)) return state;

        var table = program.TableOf(type);
        var field = values.Pick([.. program.Fields(table).Where(field => field.Guard is not ConstantGuard)]);
        var disturbed = state.Clone();
        disturbed[table.Name, row, field.Name] = values.Of(field.Type, state, field.Bits);
        return !disturbed.HasValuesOf(state)
            && interpreter.ViolatedInvariant(disturbed) is null
            && interpreter.ViolatedRequires(operation.Name, arguments, disturbed) is null
                ? disturbed
                : state;
    }

    (string Type, Int128 Row)? Follow(string type, Int128 row, ConcreteState state, RandomValues values)
    {
        if (!IsRow(type, row)) return null;

        var table = program.TableOf(type);
        var links = program.Fields(table).Where(field => program.Handles.ContainsKey(field.Type)).ToList();
        if (links.Count == 0) return null;

        var link = values.Pick(links);
        return (link.Type, state[table.Name, row, link.Name]);
    }

    bool IsRow(string type, Int128 row) => program.Handles.TryGetValue(type, out var handle) && (row != 0 || !handle.Nullable);

    void Keep(ConcreteState state)
    {
        if (states.Count < StatesKept) states.Add(state);
        else states[values.Index(StatesKept)] = state;
    }
}
