using System.IO.Compression;

namespace Vm.Packages.Tests;

/// <summary>What the packages hold.</summary>
[Collection(nameof(PackagesCollection))]
public sealed class PackTests(PackedOnce packages)
{
    [Fact]
    public Task Packages_HoldWhatTheyShould() => Verify(string.Join("\n\n", Files("*.nupkg").Concat(Files("*.snupkg")).Select(Describe)));

    [Fact]
    public void Description_NamesLicenseAndReadme_AndNoIcon() => Assert.All(Files("*.nupkg"), package =>
    {
        using var archive = ZipFile.OpenRead(package);
        using var reader = new StreamReader(archive.Entries.Single(entry => entry.FullName.EndsWith(".nuspec", StringComparison.Ordinal)).Open());
        var description = reader.ReadToEnd();

        Assert.Contains("""<license type="expression">MIT</license>""", description, StringComparison.Ordinal);
        Assert.Contains("<readme>README.md</readme>", description, StringComparison.Ordinal);
        Assert.DoesNotContain("<icon", description, StringComparison.Ordinal);
    });

    [Fact]
    public void Pack_InAnotherFolder_GivesTheSameBytes()
    {
        var other = Directory.CreateTempSubdirectory("vm-pack-");
        try
        {
            PackedOnce.Pack(Repository.PathOf("Vm.Spec"), other.FullName, Path.Combine(other.FullName, "build")).ShouldExitWith(0);

            foreach (var name in (string[])[$"Vm.Spec.{PackedOnce.Version}.nupkg", $"Vm.Spec.{PackedOnce.Version}.snupkg"])
                Assert.Equal(File.ReadAllBytes(Path.Combine(packages.Folder, name)), File.ReadAllBytes(Path.Combine(other.FullName, name)));
        }
        finally
        {
            other.Delete(recursive: true);
        }
    }

    IEnumerable<string> Files(string pattern) => Directory.GetFiles(packages.Folder, pattern).Order(StringComparer.Ordinal);

    /// <summary>The files of a package. Those that every package has, translations, and what others provide to the tool are left out.</summary>
    static string Describe(string package)
    {
        using var archive = ZipFile.OpenRead(package);
        var names = archive.Entries.Select(entry => entry.FullName)
            .Where(name => !name.StartsWith("_rels/", StringComparison.Ordinal) && !name.StartsWith("package/", StringComparison.Ordinal)
                && name != "[Content_Types].xml" && !name.EndsWith(".resources.dll", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);
        return $"{Path.GetFileName(package).Replace(PackedOnce.Version, "VERSION", StringComparison.Ordinal)}\n  {string.Join("\n  ", names)}";
    }
}
