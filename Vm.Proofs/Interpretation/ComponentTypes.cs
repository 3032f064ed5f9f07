using System.Reflection;
using Vm.Vocabulary;

namespace Vm.Proofs.Interpretation;

/// <summary>The compiled types of a component: its state, and the generic class whose operations change it.</summary>
sealed class ComponentTypes
{
    /// <exception cref="ComponentException">The assemblies have no state, or no class of operations on it.</exception>
    public ComponentTypes(Component component)
    {
        var types = component.Assemblies.SelectMany(assembly => assembly.GetTypes()).ToList();
        State = types.FirstOrDefault(type => type.IsDefined(typeof(StateAttribute)) && type.Name == component.Program.State.Name)
            ?? throw new ComponentException($"no assembly of the component has the state class {component.Program.State.Name}");
        Operations = types.FirstOrDefault(IsOperations)
            ?? throw new ComponentException($"no class of the component has operations on {State.Name} and a constructor that takes it");
    }

    /// <summary>The assemblies of the types, and those of the states that their constructors take; specifications come first.</summary>
    public static IEnumerable<Assembly> AssembliesOf(IReadOnlyList<Type> types) =>
        types.SelectMany(type => type.GetConstructors())
            .SelectMany(constructor => constructor.GetParameters())
            .Select(parameter => parameter.ParameterType)
            .Where(type => type.IsDefined(typeof(StateAttribute)))
            .Concat(types)
            .Select(type => type.Assembly)
            .Distinct();

    public Type State { get; }

    /// <summary>A generic type definition; its parameter is the check mode.</summary>
    public Type Operations { get; }

    /// <summary>The component over a state. Parameters of its constructor behind the state are left at their defaults.</summary>
    public object Create(Type mode, object state)
    {
        var constructor = ConstructorOf(Operations.MakeGenericType(mode), State)!;
        return constructor.Invoke([state, .. constructor.GetParameters().Skip(1).Select(parameter => parameter.DefaultValue)]);
    }

    bool IsOperations(Type type) =>
        type.IsGenericTypeDefinition
        && type.GetGenericArguments() is [var mode] && mode.GetGenericParameterConstraints().Contains(typeof(ICheckMode))
        && type.GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .Any(method => method.IsDefined(typeof(OperationAttribute)))
        && ConstructorOf(type, State) is not null;

    static ConstructorInfo? ConstructorOf(Type type, Type state) => type.GetConstructors().FirstOrDefault(constructor =>
        constructor.GetParameters() is [var first, .. var others]
        && first.ParameterType == state && others.All(parameter => parameter.HasDefaultValue));
}
