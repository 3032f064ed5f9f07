using Vm.Resident;

namespace Vm.Benchmarks.Tests;

/// <summary>What is compared does the same work: the module and the bare chain find the same pages under the same keys.</summary>
public sealed class WorkloadTests
{
    static readonly Size Dense = new(1 << 12, 16);

    [ChainFact]
    public void Lookup_OfPresentKeys_FindsTheChainsNodes()
    {
        using var work = new Workload(Dense);
        var sum = work.Present.ToArray().Aggregate(0ul, (total, key) => total + key.Page.V);
        Assert.Equal(sum, work.Chain.Lookup(work.Present));
        Assert.Equal(sum, TableOperations.Lookup(work.Module, work.Present));
        foreach (var key in work.Present) Assert.Equal(key.Page, work.Module.Lookup(key.Object, key.Offset));
    }

    [ChainFact]
    public void Lookup_OfAbsentKeys_FindsNothing()
    {
        using var work = new Workload(new(1 << 12, 1));
        Assert.Equal(0ul, work.Chain.Lookup(work.Absent));
        Assert.Equal(0ul, TableOperations.Lookup(work.Module, work.Absent));
    }

    /// <summary>Each operation that is measured leaves every key with its page.</summary>
    [ChainFact]
    public void Changes_Measured_LeaveTheTableAsItWas()
    {
        using var work = new Workload(Dense);
        work.Chain.Reinsert(work.Present);
        TableOperations.Reinsert(work.Module, work.Present);
        TableOperations.FreeAlloc(work.Module, work.Present);
        TableOperations.GrabRelease(work.Module, work.Present);
        TableOperations.Replace(work.Module, work.Present);
        work.Module.CheckInvariants(nameof(Changes_Measured_LeaveTheTableAsItWas));
        work.Advance();
        Assert.Equal(work.Chain.Lookup(work.Present), TableOperations.Lookup(work.Module, work.Present));
    }

    [ChainFact]
    public void Present_OfOneObject_IsAtRandomOffsets()
    {
        using var work = new Workload(new(1 << 12, 1));
        Assert.All(work.Present.ToArray(), key => Assert.Equal(0ul, key.Offset % ResidentState.PageSize));
        Assert.Contains(work.Present.ToArray(), key => key.Offset > (1ul << 12) * ResidentState.PageSize);
    }
}
