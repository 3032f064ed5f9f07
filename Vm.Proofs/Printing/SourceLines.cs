using System.Collections.Concurrent;

namespace Vm.Proofs.Printing;

/// <summary>The source text at a place, where the sources are at hand: below the current folder or one above the command.</summary>
static class SourceLines
{
    const int MostLines = 4;

    static readonly ConcurrentDictionary<string, string[]> files = [];

    /// <summary>The statement or declaration that begins at a place, as numbered lines; none where the file is not found.</summary>
    public static IEnumerable<string> At(SourcePlace place)
    {
        if (Find(place.File) is not { } file) yield break;

        foreach (var (line, i) in File.ReadLines(file).Skip(place.Line - 1).Take(MostLines).Select((line, i) => (line, i)))
        {
            yield return $"  {place.Line + i,5} | {line.TrimEnd()}";
            if (line.TrimEnd() is { Length: > 0 } text && text[^1] is ';' or '{' or '}' or ')') yield break;
        }
    }

    /// <summary>All lines of a source file; null where it is not found.</summary>
    public static IReadOnlyList<string>? Of(string file) => Find(file) is { } found ? files.GetOrAdd(found, File.ReadAllLines) : null;

    static string? Find(string file) =>
        file.Length == 0 ? null : Folders().Select(folder => Path.Combine(folder, file)).FirstOrDefault(File.Exists);

    static IEnumerable<string> Folders()
    {
        yield return Directory.GetCurrentDirectory();
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent) yield return folder.FullName;
    }
}
