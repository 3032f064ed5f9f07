using System.Collections.Immutable;
using System.Reflection;
using Microsoft.Z3;
using Vm.Vocabulary;

namespace Vm.Proofs.Lemmas;

/// <summary>
/// Runs compiled code on numbers that are not known: every path at once, joined where paths meet. The instructions are those that the runtime
/// gets. What is not known to this machine, and what throws, is a <see cref="Failures">failure</see> under the condition
/// of its path; a proof shows that none is reached.
/// </summary>
sealed partial class Machine
{
    const int MostSteps = 500_000;

    readonly BitArithmetic bits;
    readonly Layouts layouts;
    readonly Memories memories;
    readonly StateJoin join;
    readonly List<Failure> failures = [];
    readonly List<Bits> addresses = [];
    readonly Stack<BoolExpr> callers = new();
    int calls;
    int objects;
    int steps;

    readonly IReadOnlyDictionary<MethodBase, MethodInfo> replacements;

    /// <param name="terms">Makes what the solver sees.</param>
    /// <param name="replacements">Methods to run in place of others, for code that is broken on purpose; see <see cref="Replaced"/>.</param>
    public Machine(BitTerms terms, IReadOnlyDictionary<MethodBase, MethodInfo>? replacements = null)
    {
        this.replacements = replacements ?? new Dictionary<MethodBase, MethodInfo>();
        bits = new(terms);
        layouts = new(bits);
        memories = new(bits, layouts);
        join = new(bits);
    }

    public BitArithmetic Arithmetic => bits;

    /// <summary>What must not happen, and when it does.</summary>
    public IReadOnlyList<Failure> Failures => failures;

    /// <summary>The addresses of all cells and blocks that are used.</summary>
    public IReadOnlyList<Bits> Addresses => addresses;

    /// <summary>What was read of memories and arrays before anything was stored there.</summary>
    public IReadOnlyList<FirstRead> FirstReads => memories.FirstReads;

    /// <summary>What holds of the parameters because of their types.</summary>
    public BoolExpr Proper { get; private set; } = null!;

    /// <summary>Runs a static method on parameters of any value, and gives what it returns where it does.</summary>
    public Value? Run(MethodInfo method)
    {
        Proper = bits.True;
        var state = new MachineState
        {
            Slots = ImmutableDictionary<Slot, Value>.Empty,
            Objects = ImmutableSortedDictionary<int, Value>.Empty,
            Memories = ImmutableSortedDictionary<int, Cells>.Empty,
        };
        var arguments = new List<Value>();
        foreach (var parameter in method.GetParameters())
        {
            var argument = Any(parameter.ParameterType, parameter.Name!, ref state);
            Proper = bits.And(Proper, layouts.IsProper(parameter.ParameterType, argument));
            arguments.Add(argument);
        }

        return Call(method, arguments, state)?.Result;
    }

    /// <summary>A value of which nothing is known but its type; an object is one of its own.</summary>
    Value Any(Type type, string name, ref MachineState state)
    {
        if (type.IsByRef) throw new NotLoweredException($"a lemma's parameter {name} is a reference");
        if (type.IsValueType) return layouts.Make(type, name, bits.Symbol);
        if (type.IsArray)
        {
            var length = bits.Symbol($"{name}.Length", 31);
            return Add(new Elements(type.GetElementType()!, bits.Fit(length, 64, signed: false), new Anything(name)), ref state);
        }

        if (!type.IsClass || type == typeof(string)) throw new NotLoweredException($"a lemma's parameter {name} is a {type.Name}");
        if (HasCells(type))
        {
            var memory = Add(new Fields(type, ImmutableSortedDictionary<string, Value>.Empty), ref state);
            state = state with { Memories = state.Memories.Add(memory.Id, new AnyCells(name)) };
            return memory;
        }

        var values = ImmutableSortedDictionary.CreateBuilder<string, Value>(StringComparer.Ordinal);
        foreach (var field in layouts.FieldsOf(type)) values[field.Name] = Any(field.FieldType, $"{name}.{field.Name}", ref state);
        return Add(new Fields(type, values.ToImmutable()), ref state);
    }

    static bool HasCells(Type type) =>
        type.GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).Any(method => method.IsDefined(typeof(LoadsCellAttribute)));

    Instance Add(Value content, ref MachineState state)
    {
        var id = objects++;
        state = state with { Objects = state.Objects.Add(id, content) };
        return new(id);
    }

    /// <returns>What is returned, and the state afterwards; null if no path returns.</returns>
    (Value? Result, MachineState State)? Call(MethodBase method, IReadOnlyList<Value> arguments, MachineState caller)
    {
        method = Replaced(method);
        if (Intrinsic(method, arguments, caller) is { } done) return done;

        var call = calls++;
        var code = Instructions.Of(method);
        var slots = caller.Slots.ToBuilder();
        for (var i = 0; i < arguments.Count; i++)
            slots[new(call, Parameter(i))] = !method.IsStatic && i == 0 ? arguments[i] : Stored(code.Parameters[i], arguments[i]);
        for (var i = 0; i < code.Variables.Count; i++) slots[new(call, i)] = layouts.Zero(code.Variables[i]);

        callers.Push(Here(caller));
        var pending = new SortedDictionary<int, MachineState> { [0] = caller with { Slots = slots.ToImmutable(), Stack = [], Path = [] } };
        MachineState? returned = null;
        while (pending.Count > 0)
        {
            var (offset, state) = pending.First();
            pending.Remove(offset);
            if (Step(method, code, call, offset, state, pending) is { } ended)
                returned = returned is null ? ended : join.Join(returned, ended);
        }

        callers.Pop();
        if (returned is null) return null;
        Value? result = null;
        if (method is MethodInfo { ReturnType: var type } && type != typeof(void))
            result = Loaded(type, Stored(type, returned.Stack.Peek()));
        return (result, returned with { Slots = returned.Slots.RemoveRange(returned.Slots.Keys.Where(slot => slot.Call == call)), Stack = caller.Stack, Path = caller.Path });
    }

    /// <summary>The parameter's number among the slots of a call.</summary>
    static int Parameter(int index) => -1 - index;

    /// <summary>The condition under which the call at hand was entered and this state is reached.</summary>
    BoolExpr Here(MachineState state) =>
        state.Path.Aggregate(callers.Count == 0 ? bits.True : callers.Peek(), bits.And);

    void Fail(MachineState state, string what, bool isSeen = false) => Fail(bits.True, state, what, isSeen);

    void Fail(BoolExpr condition, MachineState state, string what, bool isSeen = false)
    {
        var reached = bits.And(Here(state), condition);
        if (!bits.IsFalse(reached)) failures.Add(new(reached, what, isSeen));
    }

    /// <summary>Runs from an instruction to the next one where paths can meet.</summary>
    /// <returns>The state at a return.</returns>
    MachineState? Step(
        MethodBase method, Instructions code, int call, int offset, MachineState state, SortedDictionary<int, MachineState> pending)
    {
        Type? constrained = null;
        while (true)
        {
            if (++steps > MostSteps) throw new NotLoweredException($"{Instructions.NameOf(method)} does not end within {MostSteps} steps");
            var instruction = code[offset];
            try
            {
                switch (instruction.Name)
                {
                    case "ret": return state;
                    case "throw":
                        Fail(state, $"{Instructions.NameOf(method)} throws", isSeen: true);
                        return null;
                    case "constrained.":
                        constrained = code.Type(instruction);
                        break;
                    case "readonly." or "nop" or "volatile.": break;
                    case "br":
                        Arrive((int)instruction.Number, state, pending);
                        return null;
                    case "switch":
                        Switch(instruction, state, pending);
                        return null;
                    case ['b', ..] when Condition(instruction.Name, ref state) is { } jumps:
                        Branch(jumps, (int)instruction.Number, instruction.Next, state, pending);
                        return null;
                    case "call" or "callvirt" or "newobj":
                        if (Invoke(code.Method(instruction), constrained, instruction.Name == "newobj", state) is not { } after) return null;
                        (state, constrained) = (after, null);
                        break;
                    default:
                        state = Do(code, call, instruction, state);
                        break;
                }
            }
            catch (NotLoweredException unknown)
            {
                Fail(state, $"{Instructions.NameOf(method)}: {unknown.Message}");
                return null;
            }

            offset = instruction.Next;

            // Whoever waits at a later instruction goes on only when all that can reach it have arrived.
            if (pending.Count > 0 && pending.Keys.First() <= offset)
            {
                Arrive(offset, state, pending);
                return null;
            }
        }
    }

    void Arrive(int offset, MachineState state, SortedDictionary<int, MachineState> pending) =>
        pending[offset] = pending.TryGetValue(offset, out var waiting) ? join.Join(waiting, state) : state;

    void Branch(BoolExpr jumps, int target, int next, MachineState state, SortedDictionary<int, MachineState> pending)
    {
        // A decision that was made before is not made again.
        if (IsDecided(jumps, state)) jumps = bits.True;
        else if (IsDecided(bits.Not(jumps), state)) jumps = bits.False;
        if (!bits.IsFalse(jumps)) Arrive(target, Under(jumps, state), pending);
        if (!bits.IsTrue(jumps)) Arrive(next, Under(bits.Not(jumps), state), pending);
    }

    static bool IsDecided(BoolExpr condition, MachineState state) => state.Path.Exists(decided => ReferenceEquals(decided, condition));

    MachineState Under(BoolExpr condition, MachineState state) =>
        bits.IsTrue(condition) ? state : state with { Path = state.Path.Add(condition) };

    void Switch(Instruction instruction, MachineState state, SortedDictionary<int, MachineState> pending)
    {
        state = state with { Stack = state.Stack.Pop(out var tested) };
        var rest = state;
        for (var i = 0; i < instruction.Targets.Count; i++)
        {
            var isThis = bits.Equal(Number(tested), bits.Number((ulong)i, Number(tested).Width));
            if (bits.IsFalse(isThis)) continue;
            Arrive(instruction.Targets[i], Under(isThis, rest), pending);
            if (bits.IsTrue(isThis)) return;
            rest = Under(bits.Not(isThis), rest);
        }

        Arrive(instruction.Next, rest, pending);
    }

    /// <summary>The condition of a conditional branch; null for what is none.</summary>
    BoolExpr? Condition(string name, ref MachineState state)
    {
        if (name is "brtrue" or "brfalse")
        {
            state = state with { Stack = state.Stack.Pop(out var tested) };
            var isTrue = tested is Bits number ? bits.IsNonZero(number)
                : tested is Instance or Pointer ? bits.True
                : tested is Opaque { What: "null" } ? bits.False
                : throw new NotLoweredException($"a branch on {tested}");
            return name == "brtrue" ? isTrue : bits.Not(isTrue);
        }

        var comparison = name switch
        {
            "beq" => "eq",
            "bne.un" => "ne",
            ['b', .. var rest] when rest is "gt" or "gt.un" or "lt" or "lt.un" or "ge" or "ge.un" or "le" or "le.un" => rest,
            _ => null,
        };
        if (comparison is null) return null;
        state = state with { Stack = state.Stack.Pop(out var right).Pop(out var left) };
        return bits.Compare(comparison, Number(left), Number(right));
    }

    static Bits Number(Value value) => value as Bits ?? throw new NotLoweredException($"a number is expected, not {Kind(value)}");

    static string Kind(Value value) => value is Opaque opaque ? opaque.What : value.GetType().Name;
}

/// <summary>What must not happen in the code.</summary>
/// <param name="Condition">When it happens.</param>
/// <param name="What">What happens.</param>
/// <param name="IsSeen">The runtime stops there, too; otherwise it is only more than this machine knows.</param>
sealed record Failure(BoolExpr Condition, string What, bool IsSeen);
