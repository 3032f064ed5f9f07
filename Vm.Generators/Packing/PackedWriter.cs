using Vm.Generators.Common;

namespace Vm.Generators.Packing;

/// <summary>Writes the words and accessors of a <see cref="PackedModel"/>.</summary>
static class PackedWriter
{
    public static string Write(PackedModel model)
    {
        var writer = new SourceWriter(DescribeWriter.Using);
        using (writer.Open(model.Place, DescribeWriter.Interface))
        {
            if (model.HasGap) writer.Line("#pragma warning disable CS0169 // A word that no field is in.");
            foreach (var unit in model.Units) writer.Line($"{unit.Type} {unit.Name};");
            if (model.HasGap) writer.Line("#pragma warning restore CS0169");
            writer.Blank();
            writer.Line("/// <summary>Size of one value in bytes.</summary>");
            writer.Line($"public const int SizeInBytes = {model.Size};");
            foreach (var field in model.Fields) WriteAccessor(writer, model, field);
            if (model.Units.Count == 1) WriteBits(writer, model);
            DescribeWriter.Write(writer, model.Fields.Where(f => f.Getter.Length > 0).Select(f => f.Name));
        }

        return writer.ToString();
    }

    static void WriteAccessor(SourceWriter writer, PackedModel model, BitField field)
    {
        var parts = Place(model, field);
        writer.Blank();
        using (writer.Block($"{field.Modifiers} {field.Type} {field.Name}"))
        {
            if (field.Getter.Length > 0) writer.Line($"{field.Getter} => {BitExpressions.Get(field, parts)};");
            if (field.Setter.Length == 0) return;
            if (parts.Count == 1)
            {
                writer.Line($"{field.Setter} => {BitExpressions.Set(field, parts[0])};");
                return;
            }

            using (writer.Block(field.Setter))
            {
                foreach (var part in parts) writer.Line(BitExpressions.Set(field, part) + ";");
            }
        }
    }

    /// <summary>The units that a field lies in, lowest bits first.</summary>
    static IReadOnlyList<FieldPart> Place(PackedModel model, BitField field)
    {
        var parts = new List<FieldPart>();
        foreach (var unit in model.Units.SkipWhile(u => u.Word < field.Word))
        {
            var done = parts.Sum(p => p.Width);
            if (done >= field.Width) break;
            var shift = done == 0 ? field.Shift : 0;
            parts.Add(new(unit, shift, done, Math.Min(field.Width - done, unit.Bits - shift)));
        }

        return parts;
    }

    static void WriteBits(SourceWriter writer, PackedModel model)
    {
        var unit = model.Units[0];
        var declaration = model.Place.Declarations[model.Place.Declarations.Count - 1];
        var type = declaration.Substring(declaration.LastIndexOf(' ') + 1);
        writer.Blank();
        writer.Line("/// <summary>The value whose word is <paramref name=\"bits\"/>.</summary>");
        writer.Line($"public static {type} FromBits({unit.Type} bits) => new() {{ {unit.Name} = bits }};");
        writer.Blank();
        writer.Line("/// <summary>The word.</summary>");
        writer.Line($"public readonly {unit.Type} ToBits() => {unit.Name};");
    }
}
