using System.Reflection;
using Vm.Resident;
using Vm.Vocabulary;

namespace Vm.Tests.Resident.Transitions;

/// <summary>No operation is without its story.</summary>
public sealed class TransitionCoverageTests
{
    [Fact]
    public void EveryOperation_HasItsTransitions()
    {
        var operations = typeof(ResidentModule<Full>)
            .GetMethods(BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.Instance)
            .Where(method => method.IsDefined(typeof(OperationAttribute)))
            .Select(method => method.Name[..^"Body".Length]);
        var told = typeof(TransitionStory).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(TransitionStory)))
            .SelectMany(type => type.GetMethods().Where(method => method.IsDefined(typeof(FactAttribute))))
            .Select(method => method.Name);
        Assert.Empty(operations.Except(told));
    }
}
