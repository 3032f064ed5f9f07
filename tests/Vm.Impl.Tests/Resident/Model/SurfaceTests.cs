using System.Reflection;
using Vm.Resident;
using Vm.Vocabulary;

namespace Vm.Tests.Resident.Model;

/// <summary>The random runs know every operation of the module.</summary>
public sealed class SurfaceTests
{
    /// <summary>Public methods that are left out, each with the reason.</summary>
    static readonly Dictionary<string, string> LeftOut = new()
    {
        ["Bootstrap"] = "begins every run",
        ["SetUp"] = "called by Bootstrap, on a new state",
        ["CheckInvariants"] = "runs after every operation",
        ["AllocPa"] = "called by the grabs, under a lock that is the module's own",
        ["FreePa"] = "called by FreeContig, under a lock that is the module's own",
        ["FreeSingle"] = "called by Release, under a lock that is the module's own",
        ["PopPool"] = "called by AllocPa, under a lock that is the module's own",
        ["FillPool"] = "AllocPa does it when the pool is empty",
        ["DrainPool"] = "FreeSingle does it when the pool is full",
        ["GrabBlock"] = "GrabContig in orders instead of bytes",
        ["FreeBlock"] = "FreeContig in orders instead of bytes",
        ["BucketLength"] = "Info asks it of every bucket",
        ["AllocFrom"] = "called by AllocPa and MovePage, under a lock that is the module's own",
        ["FreeTo"] = "called by Move and Manage, under a lock that is the module's own",
        ["Balance"] = "acts where a segment has a reserve",
        ["BalanceOnce"] = "Balance does it where a segment has a reserve",
        ["MovePage"] = "Balance does it where a segment has a reserve",
        ["Move"] = "called by MovePage",
        ["PullPage"] = "returns with an object locked; MovePage and Evict use it",
        ["RefillInactive"] = "acts where a segment has a reserve",
        ["Evict"] = "acts where a segment has a reserve",
        ["Reclaim"] = "Evict asks it of every page that it pulls",
        ["SetAside"] = "called by Evict, for a page on its way to a pager",
        ["EnterLaundry"] = "called by Evict, for a page on its way to a pager",
        ["EnterExternalLaundry"] = "called by Evict, for a page on its way to a pager",
        ["TerminateObject"] = "DestroyObject with the pages",
        ["PagingBegin"] = "keeps TerminateObject waiting",
        ["PagingEnd"] = "keeps TerminateObject waiting",
        ["SlabAlloc"] = "MoreFictitious takes a structure for each page that it makes",
        ["PrintPage"] = "Print with a place for the line",
        ["LookupPa"] = "changes nothing",
        ["TableIndex"] = "changes nothing",
        ["SegmentEnd"] = "changes nothing",
        ["SegmentName"] = "changes nothing",
        ["InfoAll"] = "changes nothing",
        ["Wait"] = "blocks where a segment has a reserve",
        ["Watched"] = "called by the constructor, on the locks alone",
    };

    static IEnumerable<string> Surface =>
        typeof(ResidentModule<Full>)
            .GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .Where(method => !method.IsSpecialName)
            .Select(method => method.Name)
            .Distinct();

    [Fact]
    public void EveryPublicMethod_IsAmongTheRandomOperationsOrLeftOutWithAReason()
    {
        var known = ModelOperations.All.Select(operation => operation.Name).Concat(LeftOut.Keys);
        Assert.Empty(Surface.Except(known));
    }

    [Fact]
    public void WhatIsLeftOut_Exists() => Assert.Empty(LeftOut.Keys.Except(Surface));
}
