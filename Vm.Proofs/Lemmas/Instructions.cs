using System.Collections.Concurrent;
using System.Reflection;
using System.Reflection.Emit;

namespace Vm.Proofs.Lemmas;

/// <summary>An instruction of a compiled method.</summary>
/// <param name="Offset">Where it is.</param>
/// <param name="Name">Its name, the short forms under that of the long one.</param>
/// <param name="Number">Its operand: a number, a variable's index, the offset of a target, or the token of a member.</param>
/// <param name="Targets">The offsets that a switch jumps to.</param>
/// <param name="Next">Offset of the instruction behind it.</param>
sealed record Instruction(int Offset, string Name, long Number, IReadOnlyList<int> Targets, int Next);

/// <summary>The instructions of a compiled method.</summary>
sealed class Instructions
{
    static readonly Dictionary<short, OpCode> codes = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => field.GetValue(null)).OfType<OpCode>().ToDictionary(code => code.Value);

    static readonly ConcurrentDictionary<MethodBase, Instructions> known = new();

    readonly MethodBase method;
    readonly Dictionary<int, Instruction> byOffset = [];

    Instructions(MethodBase method)
    {
        this.method = method;
        var body = method.GetMethodBody() ?? throw new NotLoweredException($"{NameOf(method)} has no body");
        if (body.ExceptionHandlingClauses.Count > 0) throw new NotLoweredException($"{NameOf(method)} has exception handlers");
        Parameters = [.. method.IsStatic ? [] : new[] { method.DeclaringType! }, .. method.GetParameters().Select(parameter => parameter.ParameterType)];
        Variables = [.. body.LocalVariables.OrderBy(variable => variable.LocalIndex).Select(variable => variable.LocalType)];
        var bytes = body.GetILAsByteArray()!;
        for (var at = 0; at < bytes.Length;)
        {
            var instruction = Decode(bytes, at);
            byOffset[at] = instruction;
            at = instruction.Next;
        }
    }

    /// <summary>Types of the parameters, the object first if there is one.</summary>
    public IReadOnlyList<Type> Parameters { get; }

    /// <summary>Types of the local variables.</summary>
    public IReadOnlyList<Type> Variables { get; }

    /// <summary>The methods that it calls.</summary>
    public IEnumerable<MethodBase> Called => byOffset.Values
        .Where(instruction => instruction.Name is "call" or "callvirt" or "newobj").Select(Method);

    public Instruction this[int offset] => byOffset[offset];

    public static Instructions Of(MethodBase method) => known.GetOrAdd(method, method => new(method));

    public static string NameOf(MethodBase method) => $"{method.DeclaringType?.Name}.{method.Name}";

    public MethodBase Method(Instruction instruction) =>
        method.Module.ResolveMethod((int)instruction.Number, TypeArguments, MethodArguments)!;

    public FieldInfo Field(Instruction instruction) =>
        method.Module.ResolveField((int)instruction.Number, TypeArguments, MethodArguments)!;

    public Type Type(Instruction instruction) =>
        method.Module.ResolveType((int)instruction.Number, TypeArguments, MethodArguments);

    Type[] TypeArguments => method.DeclaringType?.GetGenericArguments() ?? [];

    Type[] MethodArguments => method.IsGenericMethod ? method.GetGenericArguments() : [];

    static Instruction Decode(byte[] bytes, int offset)
    {
        var at = offset;
        var first = bytes[at++];
        var code = codes[first == 0xFE ? unchecked((short)(0xFE00 | bytes[at++])) : first];
        long number = 0;
        IReadOnlyList<int> targets = [];
        switch (code.OperandType)
        {
            case OperandType.InlineNone: break;
            case OperandType.ShortInlineBrTarget: number = (sbyte)bytes[at] + at + 1; at += 1; break;
            case OperandType.InlineBrTarget: number = BitConverter.ToInt32(bytes, at) + at + 4; at += 4; break;
            case OperandType.ShortInlineI: number = (sbyte)bytes[at]; at += 1; break;
            case OperandType.ShortInlineVar: number = bytes[at]; at += 1; break;
            case OperandType.InlineVar: number = BitConverter.ToUInt16(bytes, at); at += 2; break;
            case OperandType.InlineI8: number = BitConverter.ToInt64(bytes, at); at += 8; break;
            case OperandType.InlineR: number = BitConverter.ToInt64(bytes, at); at += 8; break;
            case OperandType.InlineSwitch:
                var count = BitConverter.ToInt32(bytes, at);
                var behind = at + 4 + (4 * count);
                targets = [.. Enumerable.Range(1, count).Select(i => behind + BitConverter.ToInt32(bytes, at + (4 * i)))];
                at = behind;
                break;
            default: number = BitConverter.ToInt32(bytes, at); at += 4; break;
        }

        var name = code.Name!;

        // ldarg.0 and ldarg.s 0 are ldarg 0; br.s is br; ldc.i4.m1 is ldc.i4 -1.
        foreach (var family in (string[])["ldarg", "ldloc", "stloc", "ldc.i4"])
        {
            if (!name.StartsWith(family + ".", StringComparison.Ordinal)) continue;
            var rest = name[(family.Length + 1)..];
            if (rest == "m1") number = -1;
            else if (rest.Length == 1 && char.IsAsciiDigit(rest[0])) number = rest[0] - '0';
            name = family;
        }

        if (name.EndsWith(".s", StringComparison.Ordinal)) name = name[..^2];
        return new(offset, name, number, targets, at);
    }
}

/// <summary>Compiled code has something that the proof does not know.</summary>
sealed class NotLoweredException(string what) : Exception(what);
