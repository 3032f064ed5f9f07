using System.Collections.Immutable;
using System.Reflection;
using Vm.Vocabulary;

namespace Vm.Proofs.Lemmas;

/// <summary>Calls.</summary>
sealed partial class Machine
{
    /// <returns>The state after the call; null if no path returns from it.</returns>
    MachineState? Invoke(MethodBase method, Type? constrained, bool isNew, MachineState state)
    {
        if (constrained is not null) method = Implementation(method, constrained);
        var stack = state.Stack;
        var arguments = new Value[method.GetParameters().Length + (method.IsStatic || isNew ? 0 : 1)];
        for (var i = arguments.Length; i-- > 0;) stack = stack.Pop(out arguments[i]);
        state = state with { Stack = stack };
        if (isNew) return Create(method, arguments, state);

        // A call through an interface or of a virtual method is one of the object's own type.
        if (method is { IsVirtual: true, IsStatic: false } && constrained is null && arguments[0] is Instance instance)
            method = Implementation(method, ((Fields)state.Objects[instance.Id]).Type);

        if (Call(method, arguments, state) is not { } done) return null;
        return done.Result is null ? done.State : done.State with { Stack = done.State.Stack.Push(done.Result) };
    }

    MachineState? Create(MethodBase constructor, Value[] arguments, MachineState state)
    {
        var type = constructor.DeclaringType!;
        if (typeof(Exception).IsAssignableFrom(type)) return state with { Stack = state.Stack.Push(new Opaque("an exception")) };
        if (!type.IsValueType)
        {
            if (HasCells(type)) throw new NotLoweredException($"a new {type.Name}, which is no parameter");
            var zeros = layouts.FieldsOf(type).ToImmutableSortedDictionary(field => field.Name, field => layouts.Zero(field.FieldType), StringComparer.Ordinal);
            var made = Add(new Fields(type, zeros), ref state);
            return Call(constructor, [made, .. arguments], state) is { } built ? built.State with { Stack = built.State.Stack.Push(made) } : null;
        }

        var slot = new Slot(calls++, 0);
        state = WriteSlot(slot, layouts.Zero(type), state);
        if (Call(constructor, [new Pointer(slot), .. arguments], state) is not { } done) return null;
        var value = done.State.Slots[slot];
        return done.State with { Slots = done.State.Slots.Remove(slot), Stack = done.State.Stack.Push(value) };
    }

    /// <summary>The method of a type that a method of an interface or base class stands for.</summary>
    static MethodBase Implementation(MethodBase method, Type type)
    {
        const BindingFlags Any = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance;
        if (method.DeclaringType == type || !(method.IsVirtual || method.IsAbstract)) return method;
        var parameters = method.GetParameters().Select(parameter => parameter.ParameterType).ToList();
        foreach (var name in (string[])[$"{method.DeclaringType!.FullName}.{method.Name}", method.Name])
        {
            var own = type.GetMethods(Any).FirstOrDefault(candidate =>
                candidate.Name == name && candidate.GetParameters().Select(parameter => parameter.ParameterType).SequenceEqual(parameters));
            if (own is not null) return own;
        }

        if (!method.IsAbstract) return method;
        throw new NotLoweredException($"{type.Name} has no {method.Name}");
    }

    /// <summary>
    /// The method to run in place of another. It is static, its first parameter the object, if the other has one, and its type parameters are
    /// those of the other's class and then the other's own.
    /// </summary>
    MethodBase Replaced(MethodBase method)
    {
        if (replacements.Count == 0 || !replacements.TryGetValue(DefinitionOf(method), out var other)) return method;
        Type[] arguments = [.. method.DeclaringType!.GetGenericArguments(), .. method.IsGenericMethod ? method.GetGenericArguments() : []];
        return other.IsGenericMethodDefinition ? other.MakeGenericMethod(arguments) : other;
    }

    static MethodBase DefinitionOf(MethodBase method) => method.Module.ResolveMethod(method.MetadataToken)!;

    /// <summary>Calls that have a meaning of their own, and whose code is not looked into.</summary>
    /// <returns>Null for any other call.</returns>
    (Value? Result, MachineState State)? Intrinsic(MethodBase method, IReadOnlyList<Value> arguments, MachineState state)
    {
        if (method.IsDefined(typeof(LoadsCellAttribute)))
        {
            var width = Layouts.WidthOf(((MethodInfo)method).ReturnType)!.Value;
            var (memory, address) = Cell(arguments, width, state);
            return (memories.Read(state.Memories[memory], address, width), state);
        }

        if (method.IsDefined(typeof(StoresCellAttribute)))
        {
            var width = Layouts.WidthOf(method.GetParameters()[1].ParameterType)!.Value;
            var (memory, address) = Cell(arguments, width, state);
            var value = bits.Fit(Number(arguments[2]), width, signed: false);
            return (null, state with { Memories = state.Memories.SetItem(memory, new CellStored(state.Memories[memory], address, value)) });
        }

        if (method.GetCustomAttribute<ClearsCellsAttribute>() is { } clears)
        {
            var memory = ((Instance)arguments[0]).Id;
            var block = bits.Fit(Number(arguments[1]), 64, signed: false);
            addresses.Add(bits.Binary("shl", block, bits.Number((ulong)clears.Shift, 64))!);
            return (null, state with { Memories = state.Memories.SetItem(memory, new BlockCleared(state.Memories[memory], block, clears.Shift)) });
        }

        return (method.DeclaringType, method.Name) switch
        {
            ({ } type, ".ctor") when type == typeof(object) => (null, state),
            ({ } type, nameof(Enum.HasFlag)) when type == typeof(Enum) => (HasFlag(Read((Pointer)arguments[0], state), Number(arguments[1])), state),
            ({ } type, nameof(Array.Clear)) when type == typeof(Array) && arguments.Count == 1 => (null, Cleared((Instance)arguments[0], state)),
            _ => null,
        };
    }

    (int Memory, Bits Address) Cell(IReadOnlyList<Value> arguments, uint width, MachineState state)
    {
        var memory = arguments[0] is Instance instance && state.Memories.ContainsKey(instance.Id) ? instance.Id : throw new NotLoweredException("a memory that is no parameter");
        var address = bits.Fit(Number(arguments[1]), 64, signed: false);
        addresses.Add(address);
        var odd = bits.Binary("and", address, bits.Number(width / 8 - 1, 64))!;
        Fail(bits.Not(bits.Equal(odd, bits.Number(0, 64))), state, "an address is no multiple of its cell's size");
        return (memory, address);
    }

    Bits Read(Pointer pointer, MachineState state) => Number(Read(pointer.Place, state));

    Value HasFlag(Bits value, Bits flag)
    {
        value = bits.Fit(value, flag.Width, signed: false);
        return bits.Flag(bits.Equal(bits.Binary("and", value, flag)!, flag));
    }

    static MachineState Cleared(Instance array, MachineState state) =>
        state with { Objects = state.Objects.SetItem(array.Id, (Elements)state.Objects[array.Id] with { Content = new Zeros() }) };
}
