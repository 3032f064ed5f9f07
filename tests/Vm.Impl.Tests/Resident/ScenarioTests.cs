using System.Text;
using Vm.Resident;
using Vm.TestKit;

namespace Vm.Tests.Resident;

public sealed class ScenarioTests
{
    readonly TestModule vm = new();
    readonly StringBuilder story = new();

    /// <summary>Ten operations in the life of an object's pages, each with all that it changes.</summary>
    [Fact]
    public Task TenOperations()
    {
        ObjectId obj = default;
        PageId first = default, second = default;

        Step("create an external object", () => obj = vm.Object(isInternal: false));
        Step("alloc at offset 0", () => first = vm.Alloc(obj, 0));
        Step("activate it", () => vm.Activate(first));
        vm[first].Busy = false;
        Step("grab", () => second = vm.Module.Grab());
        Step("insert it at offset 4096: the page before is deactivated", () => vm.Insert(second, obj, 4096));
        Step("lookup offset 0", () => Assert.Equal(first, vm.Lookup(obj, 0)));
        Step("wire the first", () => vm.Wire(first));
        Step("unwire it", () => vm.Unwire(first));
        Step("remove the second", () => vm.Remove(second));
        Step("free the first", () => vm.Free(first));
        return Verify(story.ToString());
    }

    void Step(string sentence, Action operation)
    {
        var before = StateText.Of(vm.State);
        operation();
        story.AppendLine(sentence);
        foreach (var line in before.ChangesTo(StateText.Of(vm.State)).Split('\n', StringSplitOptions.RemoveEmptyEntries))
            story.Append("  ").AppendLine(line);
        story.AppendLine();
    }
}
