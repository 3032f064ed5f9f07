namespace Vm.Generators.Packing;

/// <summary>The bits of a field that lie in one unit.</summary>
/// <param name="Shift">Lowest bit in the unit.</param>
/// <param name="From">Lowest bit in the field.</param>
/// <param name="Width">Number of bits.</param>
sealed record FieldPart(StorageUnit Unit, int Shift, int From, int Width);

/// <summary>The shifts and masks between a field's value and its words.</summary>
static class BitExpressions
{
    public static string Get(BitField field, IReadOnlyList<FieldPart> parts)
    {
        if (field.Kind == BitFieldKind.Bool) return $"({parts[0].Unit.Name} & {Mask(parts[0])}) != 0";

        var raw = parts.Count == 1
            ? Extract(parts[0])
            : string.Join(" | ", parts.Select(p => p.From == 0 ? $"(ulong){Extract(p)}" : $"(ulong){Extract(p)} << {p.From}"));
        return field.Kind == BitFieldKind.Handle
            ? $"new({(parts[0].Unit.Bits == 32 ? raw : Cast("uint", raw))})"
            : field.Type == parts[0].Unit.Type && (parts[0].Unit.Bits >= 32 || parts[0].Width == parts[0].Unit.Bits) ? raw
            : Cast(field.Type, raw);
    }

    public static string Set(BitField field, FieldPart part)
    {
        var unit = part.Unit;
        if (field.Kind == BitFieldKind.Bool)
            return $"{unit.Name} = {Narrow(unit, $"value ? {unit.Name} | {Mask(part)} : {unit.Name} & {Keep(part)}")}";

        var bits = Bits(field, part);
        if (part.Width == unit.Bits) return $"{unit.Name} = {bits}";

        var masked = field.TypeBits == part.Width ? bits : $"({bits} & {Literal(Ones(part.Width), unit)})";
        var shifted = part.Shift == 0 ? masked : $"({masked} << {part.Shift})";
        return $"{unit.Name} = {Narrow(unit, $"({unit.Name} & {Keep(part)}) | {shifted}")}";
    }

    /// <summary>The value's bits as an unsigned number that is wide enough for the unit.</summary>
    static string Bits(BitField field, FieldPart part)
    {
        var value = field.Kind == BitFieldKind.Handle ? "value.V" : "value";
        if (part.From > 0) value = $"({value} >> {part.From})";
        var bits = part.Width == part.Unit.Bits ? part.Unit.Bits : Math.Max(32, part.Unit.Bits);
        var target = new StorageUnit(0, bits).Type;
        if (field.Type == target || (field.Kind == BitFieldKind.Handle && target == "uint")) return value;
        return field.Signed || field.TypeBits > bits ? $"unchecked(({target}){value})" : $"({target}){value}";
    }

    static string Extract(FieldPart part)
    {
        if (part.Width == part.Unit.Bits) return part.Unit.Name;
        var shifted = part.Shift == 0 ? part.Unit.Name : $"({part.Unit.Name} >> {part.Shift})";
        return part.Shift + part.Width == part.Unit.Bits ? shifted : $"({shifted} & {Literal(Ones(part.Width), part.Unit)})";
    }

    static string Cast(string type, string expression) =>
        expression[0] == '(' && expression.IndexOf('|') < 0 || expression.IndexOf(' ') < 0
            ? $"({type}){expression}"
            : $"({type})({expression})";

    /// <summary>Arithmetic on units narrower than an int comes out as a wider type.</summary>
    static string Narrow(StorageUnit unit, string expression) =>
        unit.Bits < 32 ? $"({unit.Type})({expression})" : expression;

    static string Mask(FieldPart part) => Literal(Ones(part.Width) << part.Shift & Ones(part.Unit.Bits), part.Unit);

    static string Keep(FieldPart part) => Literal(~(Ones(part.Width) << part.Shift) & Ones(part.Unit.Bits), part.Unit);

    static ulong Ones(int width) => width >= 64 ? ulong.MaxValue : (1ul << width) - 1;

    static string Literal(ulong value, StorageUnit unit) => unit.Bits == 64 ? $"0x{value:X}ul" : $"0x{value:X}u";
}
