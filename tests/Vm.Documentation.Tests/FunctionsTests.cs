using Vm.Documentation.Tests.Original;

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

    [Fact]
    public void Names_All_HaveAPlaceOrAReason() =>
        AssertNone(NameLists.Names.Select(name => name.Name)
            .Where(name => FunctionsPage.PlacesOf(name).Count == 0 && !NameLists.WithoutCounterpart.ContainsKey(name)));

    [Fact]
    public void Reasons_All_AreForNamesWithoutAPlace() =>
        AssertNone(NameLists.WithoutCounterpart.Keys
            .Where(name => FunctionsPage.PlacesOf(name).Count > 0 || NameLists.Names.All(known => known.Name != name)));

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
