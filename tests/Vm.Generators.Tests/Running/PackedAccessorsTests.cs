using System.Reflection;
using CsCheck;
using Vm.Generators.Tests.Harness;

namespace Vm.Generators.Tests.Running;

/// <summary>Runs generated accessors on random values against a plain dictionary of the fields.</summary>
public class PackedAccessorsTests
{
    /// <summary>Words of all widths; fields of all kinds; a wide field that is aligned and one that is not.</summary>
    const string Source = """
        using Vm.Vocabulary;

        public enum Color : ushort { Red, Green, Blue = 7 }

        [Handle(Nullable = true)]
        public readonly record struct RowId(uint V) : IHandle<RowId>
        {
            public static bool IsNullable => true;
            public static RowId Of(uint index) => new(index);
        }

        [Packed(8)]
        public partial struct Bytes
        {
            [Bits(0, 0, 1)] public partial bool Low { readonly get; set; }
            [Bits(0, 1, 6)] public partial byte Middle { readonly get; set; }
            [Bits(0, 7, 1)] public partial bool High { readonly get; set; }
            [Bits(1, 0, 16)] public partial ushort Unaligned { readonly get; set; }
            [Bits(4, 0, 32)] public partial uint Aligned { readonly get; set; }
            [Bits(8, 0, 8)] public partial sbyte Signed { readonly get; set; }
        }

        [Packed(16)]
        public partial struct Halves
        {
            [Bits(0, 3, 9)] public partial Color Color { readonly get; set; }
            [Bits(0, 12, 4)] public partial byte Rest { readonly get; set; }
            [Bits(1, 0, 16)] public partial short Signed { readonly get; set; }
        }

        [Packed]
        public partial struct Words
        {
            [Bits(0, 0, 32)] public partial RowId Row { readonly get; set; }
            [Bits(1, 0, 64)] public partial ulong Unaligned { readonly get; set; }
            [Bits(4, 0, 64)] public partial ulong Aligned { readonly get; set; }
            [Bits(3, 5, 20)] public partial RowId Narrow { readonly get; set; }
            [Bits(3, 0, 5)] public partial uint Low { readonly get; set; }
            [Bits(3, 25, 7)] public partial ulong High { readonly get; set; }
            [Bits(6, 0, 32)] public partial int Signed { readonly get; set; }
        }

        public static partial class Outer
        {
            [Packed(8)]
            public partial struct Nested
            {
                [Bits(0, 4, 4)] public partial byte High { readonly get; set; }
            }
        }

        [Packed(64)]
        public partial struct Entry
        {
            [Bits(0, 0, 1)] public partial bool Present { readonly get; set; }
            [Bits(0, 12, 40)] public partial ulong Frame { readonly get; set; }
            [Bits(0, 52, 7)] public partial uint Key { readonly get; set; }
            [Bits(0, 59, 5)] public partial RowId Row { readonly get; set; }
        }
        """;

    static readonly Lazy<Assembly> Compiled = new(() => Assembly.Load(TestProject.Of(Source).Compile()));

    [Theory]
    [InlineData("Bytes", 12)]
    [InlineData("Halves", 4)]
    [InlineData("Words", 32)]
    [InlineData("Entry", 8)]
    [InlineData("Outer+Nested", 1)]
    public void Accessors_OnRandomValues_HoldTheLowestBits(string name, int size)
    {
        var type = Compiled.Value.GetType(name)!;
        var fields = type.GetProperties().Select(p => new Field(p)).ToArray();
        Assert.Equal(size, type.GetField("SizeInBytes")!.GetValue(null));

        Gen.Select(Gen.Int[0, fields.Length - 1], Gen.ULong).Array[1, 30].Sample(writes =>
        {
            var value = Activator.CreateInstance(type)!;
            var model = new ulong[fields.Length];
            foreach (var (index, bits) in writes)
            {
                fields[index].Write(value, bits);
                model[index] = bits & fields[index].Mask;
            }

            return fields.Select(f => f.Read(value)).SequenceEqual(model);
        });
    }

    [Fact]
    public void SingleWord_FromBits_IsItsBits()
    {
        var type = Compiled.Value.GetType("Entry")!;
        Gen.ULong.Sample(bits => bits == (ulong)type.GetMethod("ToBits")!.Invoke(type.GetMethod("FromBits")!.Invoke(null, [bits]), null)!);
    }

    [Fact]
    public void Describe_OfAPackedStruct_ListsItsFields()
    {
        var value = Activator.CreateInstance(Compiled.Value.GetType("Halves")!)!;
        new Field(value.GetType().GetProperty("Color")!).Write(value, 7);
        var fields = ((Vm.Vocabulary.IDescribed)value).Describe().Select(f => $"{f.Key} {f.Value}");
        Assert.Equal(["Color Blue", "Rest 0", "Signed 0"], fields);
    }

    /// <summary>A bit-field through reflection, its value as raw bits.</summary>
    sealed class Field(PropertyInfo property)
    {
        readonly Vm.Vocabulary.BitsAttribute bits = property.GetCustomAttribute<Vm.Vocabulary.BitsAttribute>()!;

        public ulong Mask => ulong.MaxValue >> (64 - bits.Width);

        public void Write(object owner, ulong value) => property.SetValue(owner, Typed(value));

        public ulong Read(object owner) => Raw(property.GetValue(owner)!) & Mask;

        object Typed(ulong value)
        {
            var type = property.PropertyType;
            if (type == typeof(bool)) return (value & 1) != 0;
            if (type.GetConstructor([typeof(uint)]) is { } handle) return handle.Invoke([(uint)value]);
            if (type.IsEnum) return Enum.ToObject(type, (ushort)value);
            return Type.GetTypeCode(type) switch
            {
                TypeCode.UInt64 => (object)value,
                TypeCode.UInt32 => (uint)value,
                TypeCode.Int32 => (int)value,
                TypeCode.UInt16 => (ushort)value,
                TypeCode.Int16 => (short)value,
                TypeCode.SByte => (sbyte)value,
                _ => (object)(byte)value,
            };
        }

        static ulong Raw(object value)
        {
            if (value is bool flag) return flag ? 1u : 0u;
            if (value.GetType().GetProperty("V") is { } index) return (uint)index.GetValue(value)!;
            if (value is Enum) return Convert.ToUInt64(value);
            return value is ulong large ? large : unchecked((ulong)Convert.ToInt64(value));
        }
    }
}
