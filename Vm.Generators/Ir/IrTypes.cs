namespace Vm.Generators.Ir;

/// <summary>Names of the built-in types. Every other type name is a handle or an enum of some file.</summary>
static class IrTypes
{
    public const string Bool = "bool";
    public const string Unit = "unit";
    public const string Lock = "lock";
    public const string Int32 = "i32";
    public const string Int64 = "i64";

    /// <summary>Whether the type is one of the integers, which wrap.</summary>
    public static bool IsInteger(string type) => type is "u8" or "u16" or "u32" or "u64" or Int32 or Int64;

    /// <summary>Whether the type is an integer with a sign.</summary>
    public static bool IsSigned(string type) => type is Int32 or Int64;

    /// <summary>Width of an integer type in bits.</summary>
    public static int BitsOf(string integer) => int.Parse(integer.Substring(1));
}
