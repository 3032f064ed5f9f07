namespace Vm.TestKit;

/// <summary>Files and folders of tests that need them longer than a block. They go away with the test process.</summary>
public static class TemporaryFiles
{
    // With a space, which some folder of a user has.
    static readonly DirectoryInfo Root = Directory.CreateTempSubdirectory("vm tests ");

    static int folders;

    static TemporaryFiles() => AppDomain.CurrentDomain.ProcessExit += (_, _) => Root.Delete(recursive: true);

    /// <summary>An empty folder that nobody else has.</summary>
    public static string NewFolder() => Root.CreateSubdirectory($"{Interlocked.Increment(ref folders)}").FullName;

    /// <summary>The path of a file that is not there yet, in a folder of its own.</summary>
    public static string NewFile(string name) => Path.Combine(NewFolder(), name);
}
