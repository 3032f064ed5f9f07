namespace Vm.Packages.Tests;

/// <summary>The packages, packed once for all tests. What is built for it stays, so that the next run builds only what changed.</summary>
public sealed class PackedOnce
{
    /// <summary>A version that nobody publishes.</summary>
    public const string Version = "0.0.1";

    static readonly string work = Repository.PathOf("artifacts", "packages-test");

    public PackedOnce()
    {
        Folder = Path.Combine(work, "packages");
        if (Directory.Exists(Folder)) Directory.Delete(Folder, recursive: true);
        foreach (var unpacked in Directory.Exists(Dotnet.Cache) ? Directory.GetDirectories(Dotnet.Cache, "vm.*") : [])
            Directory.Delete(unpacked, recursive: true);
        if (Directory.Exists(Dotnet.Home)) Directory.Delete(Dotnet.Home, recursive: true);
        Pack(Repository.PathOf("Vm.sln"), Folder, Path.Combine(work, "build")).ShouldExitWith(0);
    }

    /// <summary>Where they are.</summary>
    public string Folder { get; }

    /// <summary>The documented command, with a version and folders of its own.</summary>
    internal static CommandResult Pack(string project, string folder, string build) => Dotnet.Run(
        Repository.Root, "pack", project, "-c", "Release", "-o", folder, "--artifacts-path", build, $"-p:Version={Version}", "-v", "q", "-nologo", "--tl:off");
}

/// <summary>The tests that need them; one at a time, because each builds.</summary>
[CollectionDefinition(nameof(PackagesCollection))]
public sealed class PackagesCollection : ICollectionFixture<PackedOnce>;
