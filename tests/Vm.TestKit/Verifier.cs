using System.Runtime.CompilerServices;
using Xunit.Sdk;

namespace VerifyXunit;

/// <summary>
/// Snapshots with Verify's API and file names, because the package Verify.Xunit cannot be restored everywhere.
/// To switch back, delete this file and add the package.
/// </summary>
public static class Verifier
{
    /// <summary>Compares with <c>Class.Method.verified.txt</c> beside the test; on a difference leaves <c>.received.txt</c>.</summary>
    public static Task Verify(
        string received, [CallerFilePath] string file = "", [CallerMemberName] string method = "")
    {
        var stem = Path.Combine(Path.GetDirectoryName(file)!, $"{Path.GetFileNameWithoutExtension(file)}.{method}");
        return Compare(received, stem + ".verified.txt", stem + ".received.txt");
    }

    /// <summary>Compares with a file that is itself part of the repository, as a page of documentation; on a difference leaves <c>.received</c> beside it.</summary>
    public static Task VerifyFile(string received, string path) =>
        Compare(received, path, Path.ChangeExtension(path, $".received{Path.GetExtension(path)}"));

    static Task Compare(string received, string verifiedPath, string receivedPath)
    {
        received = Normalize(received);

        var verified = File.Exists(verifiedPath) ? Normalize(File.ReadAllText(verifiedPath)) : null;
        if (verified == received)
        {
            File.Delete(receivedPath);
            return Task.CompletedTask;
        }

        File.WriteAllText(receivedPath, received);
        throw new XunitException(verified is null
            ? $"No snapshot {verifiedPath}. Read {receivedPath} and rename it if it is right."
            : $"{verifiedPath} differs. First difference:\n{FirstDifference(verified, received)}");
    }

    static string Normalize(string text) => text.Replace("\r\n", "\n").TrimEnd() + "\n";

    static string FirstDifference(string verified, string received)
    {
        var expected = verified.Split('\n');
        var actual = received.Split('\n');
        var line = 0;
        while (line < expected.Length && line < actual.Length && expected[line] == actual[line]) line++;
        return $"line {line + 1}\n- {expected.ElementAtOrDefault(line)}\n+ {actual.ElementAtOrDefault(line)}";
    }
}
