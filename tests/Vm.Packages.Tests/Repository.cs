namespace Vm.Packages.Tests;

/// <summary>Finds the sources.</summary>
static class Repository
{
    public static string Root { get; } = Find();

    public static string PathOf(params string[] names) => Path.Combine([Root, .. names]);

    static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Vm.sln"))) return folder.FullName;
        throw new DirectoryNotFoundException("the tests stand outside of the repository");
    }
}
