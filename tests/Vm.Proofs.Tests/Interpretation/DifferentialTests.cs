using System.Collections.Concurrent;
using CsCheck;
using Vm.Generators.Ir;
using Vm.Proofs.Interpretation;

namespace Vm.Proofs.Tests.Interpretation;

/// <summary>
/// The interpreter and the running component do the same. That is the evidence that the bodies are lowered as they run,
/// and it shares nothing with the proof.
/// </summary>
public sealed class DifferentialTests
{
    static readonly ILookup<bool, OperationItem> ByEstablishing = ResidentComponent.Component.Program.Operations
        .ToLookup(operation => ResidentComponent.Component.Program.Contract(operation.Contract).Establishes);

    /// <summary>What takes page structures from the slab cache is left out: the host's component has none, and what one hands out is the world's.</summary>
    static readonly IReadOnlyList<OperationItem> Operations =
        [.. ByEstablishing[false].Where(operation => operation.Name is not ("SlabAlloc" or "MoreFictitious"))];

    static readonly Gen<(int Operation, int[] Picks)> Step = Gen.Select(Gen.Int[0, 1000], Gen.Int[0, 1000].Array[3]);

    /// <summary>From a settled state on, any operation with any arguments, 100,000 times: refused by the same clause, or the same state and result.</summary>
    [Fact]
    public void Operations_InterpretedAndRun_Agree()
    {
        const int runs = 2_500, steps = 40;
        var ran = new ConcurrentDictionary<string, bool>();
        using var interpreters = new ThreadLocal<Interpreter>(() => new(ResidentComponent.Component.Program, ResidentComponent.Outside));
        Step.Array[steps].Sample(chosen =>
        {
            var state = ResidentComponent.Settled;
            foreach (var (operation, picks) in chosen)
                state = Compare(interpreters.Value!, Operations[operation % Operations.Count], picks, state, ran);
        }, iter: runs);

        Assert.Equal(Operations.Select(operation => operation.Name), ran.Keys.Order());
    }

    /// <summary>What establishes the invariants does the same on a new state.</summary>
    [Fact]
    public void Establishing_InterpretedAndRunOnANewState_Agree()
    {
        var ran = new ConcurrentDictionary<string, bool>();
        foreach (var operation in ByEstablishing[true])
            Compare(new Interpreter(ResidentComponent.Component.Program), operation, [0], ResidentComponent.New, ran);
        Assert.Equal(["SetUp"], ran.Keys);
    }

    /// <summary>What the proof takes a new state to be: but for constants, all is zero, false or null.</summary>
    [Fact]
    public void NewState_OfTheComponent_IsZeroButForConstants()
    {
        var state = ResidentComponent.Host.Empty(_ => 4);
        var program = ResidentComponent.Component.Program;
        Assert.All(
            program.State.Tables.SelectMany(table => program.Fields(table).SelectMany(field => state.Rows(table).Select(row => (table, field, row)))),
            place => Assert.Equal(0, state[place.table.Name, place.row, place.field.Name]));
        Assert.All(program.Globals.Where(global => global.Guard is not ConstantGuard), global => Assert.Equal(0, state[global.Name]));
    }

    /// <summary>The must-fail twin: an interpreter that reads a wrong body is found out.</summary>
    [Fact]
    public void Operations_LoweredWrongly_AreNoticed()
    {
        var wrong = Component.Parse([.. ResidentComponent.Component.Texts.Select(text =>
            text.Replace("(set (. page Tabled) true)", "(set (. page Tabled) (. page Busy))"))]);
        var interpreter = new Interpreter(wrong.Program);
        var insert = Operations.Single(operation => operation.Name == "Insert");
        var held = ResidentComponent.Bootstrapped;
        var mem = interpreter.Run("Grab", [], held = held.Clone()).Result!.Value;
        held["Pages", mem, "Busy"] = 0;

        ResidentComponent.Host.Run(insert.Name, [mem, 1, 0], held, out var ran);
        var interpreted = held.Clone();
        interpreter.Run(insert.Name, [mem, 1, 0], interpreted);
        Assert.Equal([$"Pages[{mem}].Tabled: 0 -> 1"], interpreted.DifferencesTo(ran));
    }

    static ConcreteState Compare(
        Interpreter interpreter, OperationItem operation, int[] picks, ConcreteState state, ConcurrentDictionary<string, bool> ran)
    {
        var arguments = Arguments(interpreter, operation, picks, state);
        var refused = interpreter.ViolatedRequires(operation.Name, arguments, state);
        var interpreted = state.Clone();
        var expected = refused is null ? interpreter.Run(operation.Name, arguments, interpreted) : null;
        var actual = ResidentComponent.Host.Run(operation.Name, arguments, state, out var after);

        if (expected is null)
        {
            Assert.Equal(refused!.Name, actual.Clause);
            return state;
        }

        Assert.Null(actual.Failure);
        Assert.Equal(expected, actual);
        Assert.Empty(interpreted.DifferencesTo(after));
        Assert.Null(interpreter.ViolatedEnsures(operation.Name, arguments, state, after, actual.Result));
        ran.TryAdd(operation.Name, true);
        return after;
    }

    /// <summary>Arguments that the contract accepts, if some are found soon; now and then the first that come.</summary>
    static Int128[] Arguments(Interpreter interpreter, OperationItem operation, int[] picks, ConcreteState state)
    {
        var candidates = Enumerable.Range(0, picks[0] % 4 == 0 ? 1 : 12).Select(attempt => (Int128[])
            [.. operation.Parameters.Select((parameter, i) => Argument(parameter.Type, picks[i] + attempt, state))]).ToList();
        return candidates.FirstOrDefault(arguments => interpreter.ViolatedRequires(operation.Name, arguments, state) is null)
            ?? candidates[0];
    }

    /// <summary>A value of a type; rows that are there and, now and then, none. Blocks of pages are not freed in one piece here.</summary>
    static Int128 Argument(string type, int pick, ConcreteState state) => type switch
    {
        IrTypes.Bool => 0,
        "u64" => (Int128)(pick % 4) << 12,
        "u32" => 0,
        _ when ResidentComponent.Component.Program.Handles.TryGetValue(type, out var handle) =>
            pick % (state.RowsOf(type).Count() + (handle.Nullable ? 1 : 0)),
        _ => pick,
    };
}
