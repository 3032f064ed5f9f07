using System.Runtime.CompilerServices;

namespace Vm.Documentation.Tests;

/// <summary>The working copy that the tests were built from.</summary>
static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    public static string[] Lines(params string[] parts) => File.ReadAllLines(PathOf(parts));

    static string FindRoot([CallerFilePath] string file = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", ".."));
}
