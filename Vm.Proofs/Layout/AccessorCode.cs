using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Emit;
using Microsoft.Z3;
using Vm.Vocabulary;

namespace Vm.Proofs.Layout;

/// <summary>
/// What a compiled accessor computes, as bit-vectors over the words of its struct. The instructions are those that the runtime
/// gets; an instruction that is not known is an error, never skipped.
/// </summary>
sealed class AccessorCode
{
    static readonly Dictionary<short, OpCode> codes = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => field.GetValue(null)).OfType<OpCode>().ToDictionary(code => code.Value);

    readonly Context context;
    readonly MethodInfo method;
    readonly byte[] bytes;
    readonly BitVecExpr? value;

    /// <param name="context">The solver's context.</param>
    /// <param name="accessor">A getter or setter without loops.</param>
    /// <param name="value">The value that a setter gets, as wide as the evaluation stack holds it.</param>
    AccessorCode(Context context, MethodInfo accessor, BitVecExpr? value)
    {
        (this.context, method, this.value) = (context, accessor, value);
        bytes = accessor.GetMethodBody()?.GetILAsByteArray() ?? throw Unknown("no body");
    }

    /// <summary>Words of a struct by their fields' names.</summary>
    public sealed record Words(ImmutableSortedDictionary<string, BitVecExpr> Values);

    /// <summary>What the getter returns.</summary>
    public static BitVecExpr Read(Context context, MethodInfo getter, Words words) =>
        new AccessorCode(context, getter, null).Run(0, [], words).Result
        ?? throw new ComponentException($"{getter.Name} returns nothing");

    /// <summary>The words after the setter.</summary>
    public static Words Write(Context context, MethodInfo setter, Words words, BitVecExpr value) =>
        new AccessorCode(context, setter, value).Run(0, [], words).Words;

    /// <summary>Runs from an instruction to the return; where control divides, both ways are run and joined.</summary>
    (BitVecExpr? Result, Words Words) Run(int at, ImmutableStack<object> stack, Words words)
    {
        while (true)
        {
            var code = CodeAt(ref at);
            var operand = at;
            at += SizeOf(code);
            switch (code.Name)
            {
                case "nop": break;
                case "ldarg.0": stack = stack.Push(method); break;
                case "ldarg.1": stack = stack.Push(value!); break;
                case "ldarga.s": stack = stack.Push(value!); break;
                case "dup": stack = stack.Push(stack.Peek()); break;
                case "ldc.i4.m1": stack = stack.Push(context.MkBV(uint.MaxValue, 32)); break;
                case "ldc.i4.s": stack = stack.Push(context.MkBV((sbyte)bytes[operand], 32)); break;
                case "ldc.i4": stack = stack.Push(context.MkBV(BitConverter.ToUInt32(bytes, operand), 32)); break;
                case "ldc.i8": stack = stack.Push(context.MkBV(BitConverter.ToUInt64(bytes, operand), 64)); break;
                case ['l', 'd', 'c', '.', 'i', '4', '.', var digit]: stack = stack.Push(context.MkBV(digit - '0', 32)); break;
                case "ldfld":
                    stack = stack.Pop().Push(OnStack(words.Values[FieldAt(operand)]));
                    break;
                case "stfld":
                    stack = stack.Pop(out var stored).Pop();
                    var name = FieldAt(operand);
                    words = new(words.Values.SetItem(name, Fit((BitVecExpr)stored, words.Values[name].SortSize, signed: false)));
                    break;
                case "newobj" or "call" when IsHandle(operand): break;
                case "br" or "br.s": at = Target(code, operand, at); break;
                case "brtrue" or "brtrue.s" or "brfalse" or "brfalse.s":
                    stack = stack.Pop(out var tested);
                    var isZero = context.MkEq((BitVecExpr)tested, context.MkBV(0, ((BitVecExpr)tested).SortSize));
                    var jumps = code.Name.StartsWith("brtrue", StringComparison.Ordinal) ? context.MkNot(isZero) : isZero;
                    return Join(jumps, Run(Target(code, operand, at), stack, words), Run(at, stack, words));
                case "ret":
                    return (stack.IsEmpty ? null : (BitVecExpr)stack.Peek(), words);
                default:
                    stack = Calculate(code.Name!, stack);
                    break;
            }
        }
    }

    ImmutableStack<object> Calculate(string name, ImmutableStack<object> stack)
    {
        stack = stack.Pop(out var top);
        var right = (BitVecExpr)top;
        if (Unary(name, right) is { } result) return stack.Push(result);

        stack = stack.Pop(out var below);
        var left = (BitVecExpr)below;
        return stack.Push(name switch
        {
            "and" => context.MkBVAND(left, right),
            "or" => context.MkBVOR(left, right),
            "xor" => context.MkBVXOR(left, right),
            "shl" => context.MkBVSHL(left, Fit(right, left.SortSize, signed: false)),
            "shr.un" => context.MkBVLSHR(left, Fit(right, left.SortSize, signed: false)),
            "shr" => context.MkBVASHR(left, Fit(right, left.SortSize, signed: false)),
            "cgt.un" => Flag(context.MkBVUGT(left, right)),
            "clt.un" => Flag(context.MkBVULT(left, right)),
            "ceq" => Flag(context.MkEq(left, right)),
            _ => throw Unknown(name),
        });
    }

    BitVecExpr? Unary(string name, BitVecExpr operand) => name switch
    {
        "not" => context.MkBVNot(operand),
        "conv.u1" => Fit(Fit(operand, 8, false), 32, false),
        "conv.u2" => Fit(Fit(operand, 16, false), 32, false),
        "conv.i1" => Fit(Fit(operand, 8, false), 32, true),
        "conv.i2" => Fit(Fit(operand, 16, false), 32, true),
        "conv.u4" or "conv.i4" => Fit(operand, 32, false),
        "conv.u8" => Fit(operand, 64, false),
        "conv.i8" => Fit(operand, 64, true),
        _ => null,
    };

    BitVecExpr Flag(BoolExpr condition) => (BitVecExpr)context.MkITE(condition, context.MkBV(1, 32), context.MkBV(0, 32));

    BitVecExpr OnStack(BitVecExpr word) => word.SortSize == 64 ? word : Fit(word, 32, signed: false);

    BitVecExpr Fit(BitVecExpr operand, uint width, bool signed) =>
        operand.SortSize > width ? context.MkExtract(width - 1, 0, operand)
        : operand.SortSize == width ? operand
        : signed ? context.MkSignExt(width - operand.SortSize, operand)
        : context.MkZeroExt(width - operand.SortSize, operand);

    (BitVecExpr? Result, Words Words) Join(
        BoolExpr condition, (BitVecExpr? Result, Words Words) yes, (BitVecExpr? Result, Words Words) no) => (
        yes.Result is null ? null : (BitVecExpr)context.MkITE(condition, yes.Result, no.Result),
        new(yes.Words.Values.ToImmutableSortedDictionary(
            word => word.Key, word => (BitVecExpr)context.MkITE(condition, word.Value, no.Words.Values[word.Key]))));

    OpCode CodeAt(ref int at)
    {
        var first = bytes[at++];
        return codes[first == 0xFE ? unchecked((short)(0xFE00 | bytes[at++])) : first];
    }

    string FieldAt(int operand) => method.Module.ResolveField(BitConverter.ToInt32(bytes, operand))!.Name;

    /// <summary>A handle is made from its number, or asked for it: the number goes through unchanged.</summary>
    bool IsHandle(int operand) =>
        method.Module.ResolveMethod(BitConverter.ToInt32(bytes, operand))?.DeclaringType?.IsDefined(typeof(HandleAttribute)) == true;

    int Target(OpCode code, int operand, int next) =>
        next + (code.OperandType == OperandType.ShortInlineBrTarget ? (sbyte)bytes[operand] : BitConverter.ToInt32(bytes, operand));

    int SizeOf(OpCode code) => code.OperandType switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineI8 => 8,
        OperandType.InlineI or OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineBrTarget => 4,
        _ => throw Unknown(code.Name!),
    };

    ComponentException Unknown(string what) => new(
        $"{method.DeclaringType?.Name}.{method.Name} has the instruction {what}, which the proof of accessors does not know");
}
