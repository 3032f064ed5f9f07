using System.Runtime.CompilerServices;
using System.Text;
using Vm.Resident;
using Vm.TestKit;

namespace Vm.Tests.Resident.Transitions;

/// <summary>What an operation does to a small module, case by case: the places that differ before and after it.</summary>
public abstract class TransitionStory
{
    readonly StringBuilder story = new();

    /// <summary>Prepares a new module and does the operation that it then returns.</summary>
    private protected void Case(string sentence, Func<TestModule, Action> prepare) =>
        Case(sentence, new TestModule(frames: 4), prepare);

    /// <summary>Prepares a module and does the operation that it then returns.</summary>
    private protected void Case(string sentence, TestModule vm, Func<TestModule, Action> prepare) =>
        Case(sentence, vm.State, prepare(vm));

    /// <summary>Does an operation on a state.</summary>
    private protected void Case(string sentence, ResidentState state, Action operation)
    {
        story.AppendLine(sentence);
        var before = StateText.Of(state);
        operation();
        var changes = before.ChangesTo(StateText.Of(state));
        if (changes.Length == 0) changes = "nothing changes";
        foreach (var line in changes.Split('\n')) story.Append("  ").AppendLine(line);
        story.AppendLine();
    }

    /// <summary>Shows an operation's result.</summary>
    private protected void Result(object result) => story.Append("  result: ").AppendLine($"{result}");

    private protected Task Verified([CallerFilePath] string file = "", [CallerMemberName] string operation = "") =>
        Verify(story.ToString(), file, operation);
}
