using Microsoft.CodeAnalysis;
using Vm.Generators.Common;
using Vm.Generators.Tests.Harness;

namespace Vm.Generators.Tests.Caching;

/// <summary>Why the named steps ran after an edit of one body.</summary>
public class StepTests
{
    [Theory]
    [InlineData(StepNames.Operations, 0)]
    [InlineData(StepNames.Components, 0)]
    [InlineData(StepNames.Items, 1)]
    [InlineData(StepNames.Contents, 0)]
    [InlineData(StepNames.Map, 0)]
    public void Step_AfterTheEditOfOneBody_IsModifiedSoOften(string step, int modified)
    {
        var before = RealSources.Impl;
        var after = before.Edit("Vm.Impl/Resident/Insert.cs", t => t.Replace("owner.LastAlloc = offset;", "owner.LastAlloc = 0;"));
        var driver = TestProject.CreateDriver().RunGenerators(before.Sources).RunGenerators(after.Sources);
        var reasons = driver.GetRunResult().Results
            .Where(r => r.TrackedSteps.ContainsKey(step))
            .SelectMany(r => r.TrackedSteps[step]).SelectMany(s => s.Outputs).Select(o => o.Reason).ToList();

        Assert.NotEmpty(reasons);
        Assert.Equal(modified, reasons.Count(r => r == IncrementalStepRunReason.Modified));
        Assert.Equal(reasons.Count - modified, reasons.Count(r => r is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged));
    }
}
