using System.Runtime.CompilerServices;
using System.Text.Json;
using Vm.TestKit;

namespace Vm.Cli.Tests;

/// <summary>Files of the repository that tests read, and files that they write.</summary>
static class TestData
{
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Here(), "..", ".."));

    public static string Trace(string name) => Path.Combine(Root, "tests", "data", name + ".lackey.gz");

    public static JsonElement Truth(string name) =>
        JsonDocument.Parse(File.ReadAllText(Path.Combine(Root, "tests", "data", name + ".truth.json"))).RootElement;

    /// <summary>Writes a file for one test and gives its path.</summary>
    public static string Temporary(ReadOnlySpan<byte> content, [CallerMemberName] string name = "")
    {
        var path = TemporaryFiles.NewFile(name);
        File.WriteAllBytes(path, content);
        return path;
    }

    static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
