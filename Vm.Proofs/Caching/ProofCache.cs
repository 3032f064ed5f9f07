using System.Security.Cryptography;
using System.Text;

namespace Vm.Proofs.Caching;

/// <summary>
/// The keys of conditions that were proved before. Nothing else is ever kept: an answer other than "proved" says as
/// much about a limit or a version as about the condition. For several threads.
/// </summary>
sealed class ProofCache
{
    const string Format = "vm-proved 1";
    const string Seal = "sha256 ";

    readonly Lock access = new();
    readonly HashSet<string> known = [];
    readonly HashSet<string> used = [];
    readonly string file;

    ProofCache(string file) => this.file = file;

    /// <summary>Why the file could not be used, if so; the cache is then empty.</summary>
    public string? Warning { get; private set; }

    /// <summary>Reads the cache of a folder. What is not whole is not believed in any part.</summary>
    public static ProofCache Open(string folder)
    {
        var cache = new ProofCache(Path.Combine(folder, "proved.txt"));
        try
        {
            if (File.Exists(cache.file)) cache.known.UnionWith(Read(cache.file));
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or FormatException)
        {
            cache.Warning = $"the cache {cache.file} is ignored: {cause.Message}";
        }

        return cache;
    }

    /// <summary>Whether the condition of a key was proved.</summary>
    public bool Contains(string key)
    {
        lock (access) return known.Contains(key) && Use(key);
    }

    /// <summary>Remembers a condition that was proved.</summary>
    public void Add(string key)
    {
        lock (access) Use(key);
    }

    /// <summary>
    /// Writes what this run used or added, and of the rest what still fits. The file is replaced as a whole, so that a reader or a
    /// run that is killed sees the old one or the new one; of two runs at once, one's news are lost, and nothing else.
    /// </summary>
    /// <param name="capacity">The number of keys that are kept.</param>
    public void Save(int capacity = 50_000)
    {
        if (used.IsSubsetOf(known)) return;

        var keys = used.Concat(known.Except(used)).Take(Math.Max(capacity, used.Count));
        var text = string.Join('\n', keys.Prepend(Format)) + "\n";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            var fresh = $"{file}.{Guid.NewGuid():N}";
            File.WriteAllText(fresh, text + Seal + DigestOf(text) + "\n");
            File.Move(fresh, file, overwrite: true);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            Warning = $"the cache {file} cannot be written: {cause.Message}";
        }
    }

    bool Use(string key)
    {
        used.Add(key);
        return true;
    }

    static IEnumerable<string> Read(string file)
    {
        var text = File.ReadAllText(file);
        var end = text.LastIndexOf(Seal, StringComparison.Ordinal);
        if (end < 0 || text[(end + Seal.Length)..].TrimEnd() != DigestOf(text[..end])) throw new FormatException("it is damaged");

        var lines = text[..end].Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return lines[0] == Format ? lines.Skip(1) : throw new FormatException($"it begins with '{lines[0]}' instead of '{Format}'");
    }

    static string DigestOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
