using System.Collections.Immutable;
using System.Reflection;

namespace Vm.Proofs.Lemmas;

/// <summary>The instructions that neither call nor jump.</summary>
sealed partial class Machine
{
    MachineState Do(Instructions code, int call, Instruction instruction, MachineState state)
    {
        var stack = state.Stack;
        MachineState Push(Value value) => state with { Stack = stack.Push(value) };

        switch (instruction.Name)
        {
            case "ldarg": return Push(Loaded(code.Parameters[(int)instruction.Number], ReadSlot(new(call, Parameter((int)instruction.Number)), state)));
            case "ldloc": return Push(Loaded(code.Variables[(int)instruction.Number], ReadSlot(new(call, (int)instruction.Number), state)));
            case "ldarga": return Push(new Pointer(new Slot(call, Parameter((int)instruction.Number))));
            case "ldloca": return Push(new Pointer(new Slot(call, (int)instruction.Number)));
            case "stloc":
                stack = stack.Pop(out var local);
                return WriteSlot(new(call, (int)instruction.Number), Stored(code.Variables[(int)instruction.Number], local), state) with { Stack = stack };
            case "starg":
                stack = stack.Pop(out var argument);
                return WriteSlot(new(call, Parameter((int)instruction.Number)), Stored(code.Parameters[(int)instruction.Number], argument), state) with { Stack = stack };
            case "ldc.i4": return Push(bits.Number((ulong)instruction.Number, 32));
            case "ldc.i8": return Push(bits.Number((ulong)instruction.Number, 64));
            case "ldnull": return Push(new Opaque("null"));
            case "ldstr": return Push(new Opaque("a text"));
            case "dup": return Push(stack.Peek());
            case "pop": return state with { Stack = stack.Pop() };
            case "ldfld":
                stack = stack.Pop(out var owner);
                var loaded = code.Field(instruction);
                return Push(Loaded(loaded.FieldType, ReadField(owner, loaded, state)));
            case "ldflda":
                stack = stack.Pop(out var whole);
                return Push(new Pointer(PlaceOf(whole, code.Field(instruction).Name)));
            case "stfld":
                stack = stack.Pop(out var value).Pop(out var target);
                var stored = code.Field(instruction);
                return Write(PlaceOf(target, stored.Name), Stored(stored.FieldType, value), state) with { Stack = stack };
            case "initobj":
                stack = stack.Pop(out var cleared);
                return Write(PlaceOf(cleared), layouts.Zero(code.Type(instruction)), state) with { Stack = stack };
            case "ldobj":
                stack = stack.Pop(out var from);
                return Push(Loaded(code.Type(instruction), Read(PlaceOf(from), state)));
            case "stobj":
                stack = stack.Pop(out var copied).Pop(out var to);
                return Write(PlaceOf(to), Stored(code.Type(instruction), copied), state) with { Stack = stack };
            case ['l', 'd', 'i', 'n', 'd', '.', .. var kind]:
                stack = stack.Pop(out var place);
                return Push(Loaded(TypeOf(kind), Read(PlaceOf(place), state)));
            case ['s', 't', 'i', 'n', 'd', '.', .. var kind]:
                stack = stack.Pop(out var number).Pop(out var at);
                return Write(PlaceOf(at), Stored(TypeOf(kind), number), state) with { Stack = stack };
            case "box" or "unbox.any" or "castclass": return state;
            case "newarr":
                stack = stack.Pop(out var size);
                var array = Add(new Elements(code.Type(instruction), bits.Fit(Number(size), 64, signed: false), new Zeros()), ref state);
                return Push(array);
            case "ldlen":
                stack = stack.Pop(out var measured);
                return Push(ArrayOf(measured, state).Length);
            case "ldelema":
                stack = stack.Pop(out var index).Pop(out var elements);
                return Push(new Pointer(ElementAt(elements, index, state)));
            case "ldelem" or "ldelem.u1" or "ldelem.i1" or "ldelem.u2" or "ldelem.i2" or "ldelem.i4" or "ldelem.u4" or "ldelem.i8":
                stack = stack.Pop(out var read).Pop(out var of);
                return Push(Loaded(ArrayOf(of, state).Element, Read(ElementAt(of, read, state), state)));
            case "stelem" or "stelem.i1" or "stelem.i2" or "stelem.i4" or "stelem.i8":
                stack = stack.Pop(out var put).Pop(out var where).Pop(out var into);
                return Write(ElementAt(into, where, state), Stored(ArrayOf(into, state).Element, put), state) with { Stack = stack };
            default: return state with { Stack = Calculate(instruction.Name, stack) };
        }
    }

    ImmutableStack<Value> Calculate(string name, ImmutableStack<Value> stack)
    {
        if (stack.IsEmpty) throw new NotLoweredException($"instruction {name}");
        stack = stack.Pop(out var top);
        if (Unary(name, top) is { } result) return stack.Push(result);

        if (stack.IsEmpty) throw new NotLoweredException($"instruction {name}");
        stack = stack.Pop(out var below);
        if (name is "ceq" or "cgt" or "cgt.un" or "clt" or "clt.un")
        {
            if (name is "ceq" or "cgt.un" && top is Opaque { What: "null" } && below is Instance or Opaque { What: "null" })
                return stack.Push(bits.Flag(bits.Truth(below is Instance == (name == "cgt.un"))));
            return stack.Push(bits.Flag(bits.Compare(name[1..], Number(below), Number(top))!));
        }

        return stack.Push(bits.Binary(name, Number(below), Number(top)) ?? throw new NotLoweredException($"instruction {name}"));
    }

    Bits? Unary(string name, Value operand) => name switch
    {
        "not" => bits.Complement(Number(operand)),
        "neg" => bits.Negate(Number(operand)),
        "conv.u1" => bits.Fit(bits.Fit(Number(operand), 8, false), 32, false),
        "conv.u2" => bits.Fit(bits.Fit(Number(operand), 16, false), 32, false),
        "conv.i1" => bits.Fit(bits.Fit(Number(operand), 8, false), 32, true),
        "conv.i2" => bits.Fit(bits.Fit(Number(operand), 16, false), 32, true),
        "conv.u4" or "conv.i4" => bits.Fit(Number(operand), 32, false),
        "conv.u8" or "conv.u" => bits.Fit(Number(operand), 64, false),
        "conv.i8" or "conv.i" => bits.Fit(Number(operand), 64, true),
        _ => null,
    };

    static Type TypeOf(string kind) => kind switch
    {
        "u1" => typeof(byte),
        "i1" => typeof(sbyte),
        "u2" => typeof(ushort),
        "i2" => typeof(short),
        "u4" or "i4" => typeof(uint),
        "u8" or "i8" => typeof(ulong),
        "ref" => typeof(object),
        _ => throw new NotLoweredException($"a number of the kind {kind}"),
    };

    /// <summary>A value as the stack has it: numbers of 32 or 64 bits.</summary>
    Value Loaded(Type type, Value value) =>
        value is Bits { Width: < 32 } number ? bits.Fit(number, 32, Layouts.IsSigned(type)) : value;

    /// <summary>A value as a variable of a type has it.</summary>
    Value Stored(Type type, Value value) =>
        value is Bits number && Layouts.WidthOf(type) is { } width ? bits.Fit(number, width, signed: true) : value;

    static Place PlaceOf(Value value) => value is Pointer pointer ? pointer.Place : throw new NotLoweredException($"a reference is expected, not {Kind(value)}");

    static Place PlaceOf(Value owner, string field) => owner switch
    {
        Pointer pointer => new FieldOf(pointer.Place, field),
        Instance instance => new FieldIn(instance.Id, field),
        _ => throw new NotLoweredException($"the field {field} of {Kind(owner)}"),
    };

    Place ElementAt(Value array, Value index, MachineState state)
    {
        var elements = ArrayOf(array, state);
        var at = bits.Fit(Number(index), 64, signed: true);
        Fail(bits.Compare("ge.un", at, elements.Length)!, state, "an index is outside of its array", isSeen: true);
        return new ElementOf(((Instance)array).Id, at);
    }

    static Elements ArrayOf(Value array, MachineState state) =>
        array is Instance instance && state.Objects[instance.Id] is Elements elements ? elements : throw new NotLoweredException($"an array is expected, not {Kind(array)}");

    Value ReadField(Value owner, FieldInfo field, MachineState state)
    {
        if (owner is Fields whole) return whole.Values[field.Name];
        return Read(PlaceOf(owner, field.Name), state);
    }

    static Value ReadSlot(Slot slot, MachineState state) => state.Slots[slot];

    static MachineState WriteSlot(Slot slot, Value value, MachineState state) => state with { Slots = state.Slots.SetItem(slot, value) };

    Value Read(Place place, MachineState state) => place switch
    {
        Slot slot => state.Slots[slot],
        FieldOf field => ((Fields)Read(field.Whole, state)).Values[field.Field],
        FieldIn field => FieldsIn(field, state).Values.TryGetValue(field.Field, out var value) ? value : throw new NotLoweredException($"the field {field.Field} of a memory"),
        ElementOf element => ReadElement(element, state),
        _ => throw new InvalidOperationException(),
    };

    Value ReadElement(ElementOf element, MachineState state)
    {
        var array = (Elements)state.Objects[element.Array];
        return memories.Read(array.Content, array.Element, element.Index);
    }

    static Fields FieldsIn(FieldIn field, MachineState state) => (Fields)state.Objects[field.Object];

    MachineState Write(Place place, Value value, MachineState state)
    {
        switch (place)
        {
            case Slot slot: return WriteSlot(slot, value, state);
            case FieldOf field:
                var whole = (Fields)Read(field.Whole, state);
                return Write(field.Whole, whole with { Values = whole.Values.SetItem(field.Field, value) }, state);
            case FieldIn field:
                var holder = FieldsIn(field, state);
                return state with { Objects = state.Objects.SetItem(field.Object, holder with { Values = holder.Values.SetItem(field.Field, value) }) };
            case ElementOf element:
                var array = (Elements)state.Objects[element.Array];
                return state with { Objects = state.Objects.SetItem(element.Array, array with { Content = new Stored(array.Content, element.Index, value) }) };
            default: throw new InvalidOperationException();
        }
    }
}
