using Microsoft.CodeAnalysis;
using Vm.Generators.Tests.Harness;

namespace Vm.Generators.Tests.Caching;

/// <summary>One test for each kind of edit: what runs again, and what of it comes out different.</summary>
public class EditTests
{
    const string Insert = "Vm.Impl/Resident/Insert.cs";
    const string Comment = "// Sequential access: the page before will not be needed soon.";

    [Fact]
    public void Comment_Reworded_ChangesNothing() =>
        Assert.Empty(ChangedOutputs(t => t.Replace(Comment, "// Sequential accesses: the page before is not needed soon.")));

    [Fact]
    public void Comment_AddedAbove_ChangesTheMapAlone() =>
        Assert.Equal(["VmImplIr.Map.g.cs"], ChangedOutputs(t => t.Replace(Comment, "// One line more.\n        " + Comment)));

    [Fact]
    public void Body_Edited_ChangesItsLoweringAlone() =>
        Assert.Equal(["VmImplIr.Op_Insert.g.cs"], ChangedOutputs(t => t.Replace("owner.LastAlloc = offset;", "owner.LastAlloc = 0;")));

    [Fact]
    public void Documentation_Edited_ChangesTheWovenOperationAlone() =>
        Assert.Equal(
            ["Vm.Resident.ResidentModule_1.Insert.g.cs"],
            ChangedOutputs(t => t.Replace("<summary>Enters a page", "<summary>Puts a page")));

    [Fact]
    public void UnrelatedType_Added_ChangesNothing() =>
        Assert.Empty(ChangedOutputs(t => t + "\npublic sealed class Unrelated;\n"));

    /// <summary>Names of the generated files that an edit of Insert.cs makes anew.</summary>
    static IReadOnlyList<string> ChangedOutputs(Func<string, string> edit)
    {
        var before = RealSources.Impl;
        var after = before.Edit(Insert, edit);
        var driver = TestProject.CreateDriver().RunGenerators(before.Sources).RunGenerators(after.Sources);
        var changed = driver.GetRunResult().Results
            .SelectMany(r => r.TrackedOutputSteps).SelectMany(s => s.Value).SelectMany(s => s.Outputs)
            .Where(o => o.Reason is not (IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged));
        return [.. changed.SelectMany(o => HintNames(o.Value)).Order(StringComparer.Ordinal)];
    }

    /// <summary>An output step's value holds the sources that it added.</summary>
    static IEnumerable<string> HintNames(object value)
    {
        var sources = ((System.Runtime.CompilerServices.ITuple)value)[0]!;
        foreach (var source in (System.Collections.IEnumerable)sources)
            yield return (string)source.GetType().GetProperty("HintName")!.GetValue(source)!;
    }
}
