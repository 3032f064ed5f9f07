using System.Reflection;
using Vm.Proofs.Interpretation;
using Vm.Vocabulary;

namespace Vm.Proofs.LifeCycles;

/// <summary>Evaluates the compiled stages over states of the real component.</summary>
sealed class StageObserver
{
    readonly ComponentHost host;
    readonly IReadOnlyList<MethodInfo> stages;

    public StageObserver(Component component, ComponentHost host)
    {
        this.host = host;
        var compiled = component.Assemblies.SelectMany(assembly => assembly.GetTypes())
            .SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.Public))
            .Where(method => method.IsDefined(typeof(AbstractStateAttribute)))
            .ToDictionary(method => method.Name);
        stages = [.. component.Program.AbstractStates.Select(clause => compiled[clause.Name])];
    }

    /// <summary>The numbers of the stages that each row is in; several if stages overlap.</summary>
    public ILookup<Int128, int> Stages(ConcreteState numbers, string handle)
    {
        var state = host.Build(numbers);
        return numbers.RowsOf(handle)
            .SelectMany(row => Enumerable.Range(0, stages.Count).Where(stage => Holds(stages[stage], state, row)).Select(stage => (row, stage)))
            .ToLookup(pair => pair.row, pair => pair.stage);
    }

    static bool Holds(MethodInfo stage, object state, Int128 row) =>
        (bool)stage.Invoke(null, [state, Members.FromNumber(row, stage.GetParameters()[1].ParameterType)])!;
}
