using System.Collections.Immutable;
using System.Reflection;
using Microsoft.Z3;

namespace Vm.Proofs.Lemmas;

/// <summary>What values of types consist of.</summary>
sealed class Layouts(BitArithmetic bits)
{
    readonly Dictionary<Type, IReadOnlyList<FieldInfo>> fields = [];

    /// <summary>The instance fields of a struct or class.</summary>
    public IReadOnlyList<FieldInfo> FieldsOf(Type type)
    {
        if (!fields.TryGetValue(type, out var known))
            fields[type] = known = [.. type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)];
        return known;
    }

    /// <summary>Width of a number in memory; null for what is no number.</summary>
    public static uint? WidthOf(Type type)
    {
        if (type.IsEnum) type = Enum.GetUnderlyingType(type);
        return Type.GetTypeCode(type) switch
        {
            TypeCode.Boolean or TypeCode.Byte or TypeCode.SByte => 8,
            TypeCode.Int16 or TypeCode.UInt16 or TypeCode.Char => 16,
            TypeCode.Int32 or TypeCode.UInt32 => 32,
            TypeCode.Int64 or TypeCode.UInt64 => 64,
            _ => type == typeof(nint) || type == typeof(nuint) ? 64 : null,
        };
    }

    /// <summary>Whether a number shorter than the stack's is extended by its sign.</summary>
    public static bool IsSigned(Type type)
    {
        if (type.IsEnum) type = Enum.GetUnderlyingType(type);
        return Type.GetTypeCode(type) is TypeCode.SByte or TypeCode.Int16;
    }

    /// <summary>The value that all of a type's bits are 0.</summary>
    public Value Zero(Type type) => Make(type, "", (_, width) => bits.Number(0, width));

    /// <summary>A value of a type whose numbers are made one by one, each by its name.</summary>
    public Value Make(Type type, string name, Func<string, uint, Bits> number)
    {
        if (type == typeof(bool))
        {
            var flag = number(name, 8);
            return flag.Number is not null ? flag : bits.Flag(bits.IsNonZero(flag), 8);
        }

        if (WidthOf(type) is { } width) return number(name, width);
        if (!type.IsValueType) return new Opaque(name.Length == 0 ? "null" : name);
        return new Fields(type, FieldsOf(type).ToImmutableSortedDictionary(
            field => field.Name, field => Make(field.FieldType, $"{name}.{field.Name}", number), StringComparer.Ordinal));
    }

    /// <summary>That the enumerations in a value have members of theirs, or unions of them where they are flags.</summary>
    public BoolExpr IsProper(Type type, Value value)
    {
        if (value is Fields whole)
        {
            return FieldsOf(whole.Type).Aggregate(
                bits.True, (all, field) => bits.And(all, IsProper(field.FieldType, whole.Values[field.Name])));
        }

        if (!type.IsEnum || value is not Bits number) return bits.True;
        var members = Enum.GetValuesAsUnderlyingType(type).Cast<object>()
            .Select(member => Convert.ToUInt64(member, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        if (type.IsDefined(typeof(FlagsAttribute), inherit: false))
        {
            var none = bits.Number(~members.Aggregate(0UL, (all, member) => all | member), number.Width);
            return bits.Equal(bits.Binary("and", number, none)!, bits.Number(0, number.Width));
        }

        return members.Aggregate(bits.False, (any, member) => bits.Or(any, bits.Equal(number, bits.Number(member, number.Width))));
    }
}
