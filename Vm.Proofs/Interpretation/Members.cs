using System.Reflection;

namespace Vm.Proofs.Interpretation;

/// <summary>Fields and properties by name, with values as numbers.</summary>
static class Members
{
    /// <summary>The value of a field or property.</summary>
    public static object? Get(object target, string name) => Find(target.GetType(), name) switch
    {
        PropertyInfo property => property.GetValue(target),
        var field => ((FieldInfo)field).GetValue(target),
    };

    /// <summary>Gives a field or property a value.</summary>
    public static void Set(object target, string name, Func<Type, object> value)
    {
        switch (Find(target.GetType(), name))
        {
            case PropertyInfo property:
                property.SetValue(target, value(property.PropertyType));
                break;
            case FieldInfo field:
                field.SetValue(target, value(field.FieldType));
                break;
        }
    }

    /// <summary>A value of the component as a number, see <see cref="ConcreteState"/>.</summary>
    public static Int128 ToNumber(object value) => value switch
    {
        bool flag => flag ? 1 : 0,
        Enum => Int128.Parse(((Enum)value).ToString("D")),
        IConvertible number => (Int128)Convert.ToDecimal(number),
        _ => (uint)value.GetType().GetProperty("V")!.GetValue(value)!,
    };

    /// <summary>The component's value for a number.</summary>
    public static object FromNumber(Int128 number, Type type)
    {
        if (type == typeof(bool)) return number != 0;
        if (type.IsEnum) return Enum.ToObject(type, (ulong)number);
        if (typeof(IConvertible).IsAssignableFrom(type)) return Convert.ChangeType((decimal)number, type);
        return Activator.CreateInstance(type, (uint)number)!;
    }

    static MemberInfo Find(Type type, string name) =>
        (MemberInfo?)type.GetProperty(name) ?? type.GetField(name)
        ?? throw new ComponentException($"{type.Name} has no public field or property {name}");
}
