using Vm.Documentation.Tests.Original;
using Vm.Documentation.Tests.Sources;

namespace Vm.Documentation.Tests;

public sealed class FunctionsTests
{
    static readonly string Shared = Path.Combine(Repository.Root, "..", "shared", "reference", "vm_resident.txt");

    [Fact]
    public void Names_OfTheOriginal_AreThoseOfItsText()
    {
        // The text of the original is not part of the repository.
        if (!File.Exists(Shared)) return;

        var found = CNames.Of("vm/vm_resident.c", File.ReadAllText(Shared)).Select(name => name.ToString());
        Assert.Equal(NameLists.Names.Where(name => name.File == "vm/vm_resident.c").Select(name => name.ToString()), found);
    }

    /// <summary>A name that the compiler did not understand would count as not used.</summary>
    [Fact]
    public void Sources_AllTogether_AreUnderstood() => AssertNone(SourceTree.Errors);

    [Fact]
    public void Names_All_HaveAPlaceOrAReason() =>
        AssertNone(NameLists.Names.Select(name => name.Name)
            .Where(name => FunctionsPage.PlacesOf(name).Count == 0 && !NameLists.WithoutCounterpart.ContainsKey(name)));

    [Fact]
    public void Reasons_All_AreForNamesWithoutAPlace() =>
        AssertNone(NameLists.WithoutCounterpart.Keys
            .Where(name => FunctionsPage.PlacesOf(name).Count > 0 || NameLists.Names.All(known => known.Name != name)));

    [Fact]
    public void Places_All_AreUnderAContractOrHaveAReason() =>
        AssertNone(NameLists.Names.Select(name => name.Name)
            .Where(name => FunctionsPage.PlacesOf(name).Count > 0 && FunctionsPage.ContractsOf(name).Count == 0
                && !NameLists.WithoutContract.ContainsKey(name)));

    [Fact]
    public void ReasonsForNoContract_All_AreForPlacesWithoutOne() =>
        AssertNone(NameLists.WithoutContract.Keys
            .Where(name => FunctionsPage.PlacesOf(name).Count == 0 || FunctionsPage.ContractsOf(name).Count > 0));

    /// <summary>Much has a <c>Size</c>, and locks are released as pages are.</summary>
    [Theory]
    [InlineData("vm_page_seg_size", "SetUpContract")]
    [InlineData("vm_page_order", "FreeBlockContract", "GrabBlockContract")]
    [InlineData("vm_page_wire_count", "GuardedBy(PageQueues)", "WireCount")]
    [InlineData("vm_page_wait")]
    public void Contracts_OfNamesThatOthersHaveToo_AreNotThoseOfTheOthers(string name, params string[] contracts) =>
        Assert.Equal(contracts, FunctionsPage.ContractsOf(name));

    [Fact]
    public void Places_All_AreTested() =>
        AssertNone(NameLists.Names.SelectMany(name => FunctionsPage.PlacesOf(name.Name))
            .Where(place => FunctionsPage.TestsOf(place).Count == 0).Select(place => place.Display).Distinct());

    static void AssertNone(IEnumerable<string> offenders)
    {
        var all = string.Join(", ", offenders);
        Assert.True(all.Length == 0, all);
    }

    [Fact]
    public Task Page_IsWhatTheCodeGives() => VerifyFile(FunctionsPage.Render(), Repository.PathOf("docs", "functions.md"));
}
