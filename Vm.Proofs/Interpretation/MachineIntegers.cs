using Vm.Generators.Ir;

namespace Vm.Proofs.Interpretation;

/// <summary>The component's integers: values wrap into the range of their type.</summary>
static class MachineIntegers
{
    /// <summary>The value of a type that is congruent to the number modulo 2^width.</summary>
    public static Int128 Wrap(Int128 value, string type)
    {
        var bits = IrTypes.BitsOf(type);
        var wrapped = value & ((Int128.One << bits) - 1);
        return IrTypes.IsSigned(type) && (wrapped >> (bits - 1)) != 0 ? wrapped - (Int128.One << bits) : wrapped;
    }

    public static Int128 Apply(ArithmeticOperator op, string type, Int128 left, Int128 right)
    {
        var shift = (int)(right & (IrTypes.BitsOf(type) - 1));
        return Wrap(
            op switch
            {
                ArithmeticOperator.Add => left + right,
                ArithmeticOperator.Sub => left - right,
                ArithmeticOperator.Mul => MultiplyWrapping(left, right),
                ArithmeticOperator.Div => right == 0 ? throw new InterpretationException(Interpreter.DivisionByZero) : left / right,
                ArithmeticOperator.Rem => right == 0 ? throw new InterpretationException(Interpreter.DivisionByZero) : left % right,
                ArithmeticOperator.BAnd => left & right,
                ArithmeticOperator.BOr => left | right,
                ArithmeticOperator.BXor => left ^ right,
                ArithmeticOperator.Shl => left << shift,
                ArithmeticOperator.Shr => left >> shift,
                _ => throw new ArgumentOutOfRangeException(nameof(op), op, "unknown operator"),
            },
            type);
    }

    /// <summary>Two 64-bit factors can leave 128 bits; only the low 64 matter.</summary>
    static Int128 MultiplyWrapping(Int128 left, Int128 right) => unchecked((ulong)left * (ulong)right);
}
