using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.Z3;
using Vm.Vocabulary;

namespace Vm.Proofs.Lemmas;

/// <summary>
/// Runs a lemma's compiled code on the values of a model: the objects that its parameters name are made, their memory filled, and the code does
/// what it does. Only if that shows the lemma false, the model is a counterexample.
/// </summary>
sealed class LemmaRun(MethodInfo lemma, Machine machine, Model model)
{
    /// <summary>Memory up to here is made; so are arrays of up to so many elements.</summary>
    const ulong MostBytes = 1 << 24, MostElements = 1 << 12;

    const uint LengthBits = 31;

    const BindingFlags Any = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    /// <summary>What holds of models that can be run: addresses and arrays are small.</summary>
    public static BoolExpr IsRunnable(MethodInfo lemma, Machine machine)
    {
        var context = machine.Arithmetic.Context;
        var lengths = lemma.GetParameters().SelectMany(parameter => LengthsIn(parameter.ParameterType, parameter.Name!))
            .Select(name => context.MkBVULE(context.MkBVConst(name, LengthBits), context.MkBV(MostElements, LengthBits)));
        return context.MkAnd([.. lengths, .. machine.Addresses.Select(address => context.MkBVULT(address.Term, context.MkBV(MostBytes, address.Width)))]);
    }

    /// <summary>What goes wrong in the model, as the machine sees it.</summary>
    public IReadOnlyList<Failure> Failures { get; } = [.. machine.Failures.Where(failure => model.Eval(failure.Condition, completion: true).IsTrue)];

    /// <summary>The values of the model, one a line.</summary>
    public IEnumerable<string> Values =>
    [
        .. model.ConstDecls.Select(constant => $"{constant.Name} = {Hex(model.ConstInterp(constant))}").Order(StringComparer.Ordinal),
        .. machine.FirstReads.Select(read => $"{read.Name}[0x{Number(read.Argument.Term):x}] = 0x{Number(read.Value.Term):x}").Distinct().Order(StringComparer.Ordinal),
    ];

    /// <summary>Runs it.</summary>
    /// <returns>How it ended, if the lemma is false or ends with an exception; null if it holds.</returns>
    public string? Execute()
    {
        var arguments = lemma.GetParameters().Select(parameter => Made(parameter.ParameterType, parameter.Name!)).ToArray();
        try
        {
            return (bool)lemma.Invoke(null, arguments)! ? null : "it is false";
        }
        catch (TargetInvocationException stopped)
        {
            return $"it throws {stopped.InnerException!.GetType().Name}: {stopped.InnerException.Message}";
        }
    }

    object Made(Type type, string name)
    {
        if (type.IsValueType) return Struct(type, name, Constant);
        if (type.IsArray) return MadeArray(type.GetElementType()!, name);
        if (CellMethod<StoresCellAttribute>(type) is not null) return MadeMemory(type, name);

        var made = RuntimeHelpers.GetUninitializedObject(type);
        foreach (var field in FieldsOf(type)) field.SetValue(made, Made(field.FieldType, $"{name}.{field.Name}"));
        return made;
    }

    Array MadeArray(Type element, string name)
    {
        var made = Array.CreateInstance(element, (int)Constant($"{name}.Length", LengthBits));
        var reads = machine.FirstReads.Where(read => read.Name == name || read.Name.StartsWith($"{name}.", StringComparison.Ordinal))
            .ToLookup(read => Number(read.Argument.Term));
        foreach (var at in reads)
        {
            if (at.Key < (ulong)made.Length)
                made.SetValue(Struct(element, name, (field, _) => at.Where(read => read.Name == field).Select(read => Number(read.Value.Term)).FirstOrDefault()), (long)at.Key);
        }

        return made;
    }

    /// <summary>A class with cells has a constructor that takes the number of blocks.</summary>
    object MadeMemory(Type type, string name)
    {
        var shift = CellMethod<ClearsCellsAttribute>(type)!.GetCustomAttribute<ClearsCellsAttribute>()!.Shift;
        var made = Activator.CreateInstance(type, (int)(MostBytes >> shift))!;
        foreach (var read in machine.FirstReads.Where(read => read.Name == name))
        {
            var store = type.GetMethods(Any).Single(method =>
                method.IsDefined(typeof(StoresCellAttribute)) && Layouts.WidthOf(method.GetParameters()[1].ParameterType) == read.Value.Width);
            store.Invoke(made, [Number(read.Argument.Term), Primitive(store.GetParameters()[1].ParameterType, Number(read.Value.Term))]);
        }

        return made;
    }

    static object Struct(Type type, string name, Func<string, uint, ulong> number)
    {
        if (Layouts.WidthOf(type) is { } width) return Primitive(type, number(name, width));

        var made = RuntimeHelpers.GetUninitializedObject(type);
        foreach (var field in FieldsOf(type)) field.SetValue(made, Struct(field.FieldType, $"{name}.{field.Name}", number));
        return made;
    }

    static object Primitive(Type type, ulong number) => Type.GetTypeCode(type) switch
    {
        _ when type.IsEnum => Enum.ToObject(type, number),
        TypeCode.Boolean => number != 0,
        TypeCode.SByte => (sbyte)number,
        TypeCode.Int16 => (short)number,
        TypeCode.Int32 => (int)number,
        TypeCode.Int64 => (long)number,
        TypeCode.Object => type == typeof(nint) ? (nint)number : (object)(nuint)number,
        _ => Convert.ChangeType(number, type, CultureInfo.InvariantCulture),
    };

    static IEnumerable<string> LengthsIn(Type type, string name)
    {
        if (type.IsArray) return [$"{name}.Length"];
        if (type.IsValueType || CellMethod<StoresCellAttribute>(type) is not null) return [];
        return FieldsOf(type).SelectMany(field => LengthsIn(field.FieldType, $"{name}.{field.Name}"));
    }

    static FieldInfo[] FieldsOf(Type type) => type.GetFields(Any);

    static MethodInfo? CellMethod<TAttribute>(Type type) => type.GetMethods(Any).FirstOrDefault(method => method.IsDefined(typeof(TAttribute)));

    ulong Constant(string name, uint width) => Number(machine.Arithmetic.Context.MkBVConst(name, width));

    ulong Number(BitVecExpr term) => ((BitVecNum)model.Eval(term, completion: true)).UInt64;

    static string Hex(Expr value) => value is BitVecNum number ? $"0x{number.BigInteger:x}" : value.ToString();
}
