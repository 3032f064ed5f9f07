namespace Vm.Proofs.Printing;

/// <summary>The source text at a place, where the sources are at hand: below the current folder or one above the command.</summary>
static class SourceLines
{
    const int MostLines = 4;

    /// <summary>The statement or declaration that begins at a place, as numbered lines; none where the file is not found.</summary>
    public static IEnumerable<string> At(SourcePlace place)
    {
        if (place.File.Length == 0 || Folders().Select(folder => Path.Combine(folder, place.File)).FirstOrDefault(File.Exists) is not { } file)
            yield break;

        foreach (var (line, i) in File.ReadLines(file).Skip(place.Line - 1).Take(MostLines).Select((line, i) => (line, i)))
        {
            yield return $"  {place.Line + i,5} | {line.TrimEnd()}";
            if (line.TrimEnd() is { Length: > 0 } text && text[^1] is ';' or '{' or '}' or ')') yield break;
        }
    }

    static IEnumerable<string> Folders()
    {
        yield return Directory.GetCurrentDirectory();
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent) yield return folder.FullName;
    }
}
