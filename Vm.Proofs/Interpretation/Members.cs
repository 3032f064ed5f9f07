using System.Collections.Concurrent;
using System.Globalization;
using System.Linq.Expressions;
using System.Reflection;

namespace Vm.Proofs.Interpretation;

/// <summary>Fields and properties by name, with values as numbers.</summary>
static class Members
{
    static readonly ConcurrentDictionary<(Type Type, string Name), MemberInfo> members = new();
    static readonly ConcurrentDictionary<Type, Func<object, Int128>> readers = new();
    static readonly ConcurrentDictionary<Type, Func<Int128, object>> writers = new();

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
    public static Int128 ToNumber(object value) => readers.GetOrAdd(value.GetType(), Reader)(value);

    /// <summary>The component's value for a number.</summary>
    public static object FromNumber(Int128 number, Type type) => writers.GetOrAdd(type, Writer)(number);

    static Func<object, Int128> Reader(Type type)
    {
        if (type == typeof(bool)) return value => (bool)value ? 1 : 0;
        if (type == typeof(ulong)) return value => (ulong)value;
        if (typeof(IConvertible).IsAssignableFrom(type)) return value => Convert.ToInt64(value, CultureInfo.InvariantCulture);

        var handle = Expression.Parameter(typeof(object));
        var read = Expression.Lambda<Func<object, uint>>(Expression.Property(Expression.Convert(handle, type), "V"), handle).Compile();
        return value => read(value);
    }

    static Func<Int128, object> Writer(Type type)
    {
        if (type == typeof(bool)) return number => number != 0;
        if (type.IsEnum) return number => Enum.ToObject(type, (ulong)number);
        if (typeof(IConvertible).IsAssignableFrom(type)) return number => Convert.ChangeType((decimal)number, type, CultureInfo.InvariantCulture);

        var row = Expression.Parameter(typeof(uint));
        var create = Expression.Lambda<Func<uint, object>>(
            Expression.Convert(Expression.New(type.GetConstructor([typeof(uint)])!, row), typeof(object)), row).Compile();
        return number => create((uint)number);
    }

    static MemberInfo Find(Type type, string name) => members.GetOrAdd((type, name), static key =>
        (MemberInfo?)key.Type.GetProperty(key.Name) ?? key.Type.GetField(key.Name)
        ?? throw new ComponentException($"{key.Type.Name} has no public field or property {key.Name}"));
}
