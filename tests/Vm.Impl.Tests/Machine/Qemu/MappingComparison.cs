using System.Globalization;
using System.Text.RegularExpressions;
using Vm.Machine;

namespace Vm.Tests.Machine.Qemu;

/// <summary>The mappings of a dump, against those that QEMU sees in its memory.</summary>
static partial class MappingComparison
{
    /// <summary>Compares leaf by leaf (<c>info tlb</c>), right by right (<c>info mem</c>) and address by address (<c>gva2gpa</c>).</summary>
    /// <param name="dump">The folder of the dump.</param>
    /// <param name="mappings">Number of mappings compared.</param>
    /// <returns>What disagrees, a line each.</returns>
    public static List<string> Disagreements(string dump, out int mappings)
    {
        var rows = File.ReadAllLines(Path.Combine(dump, MachineDump.MappingsFile));
        Assert.Equal(MachineDump.Header, rows[0]);
        var leaves = rows[1..].Select(Leaf.Parse).ToList();
        mappings = leaves.Count;

        using var mmu = new EmulatedMmu(dump);
        var found = new List<string>();
        Compare(found, "info tlb", leaves.Select(leaf => leaf.TlbLine), Lines(mmu.Ask("info tlb")).Select(WithoutNoExecute));
        Compare(found, "info mem", Ranges(leaves), Lines(mmu.Ask("info mem")));
        foreach (var leaf in leaves)
        {
            // Some byte within the page.
            var offset = 0x123 + (leaf.Size >> 1);
            Compare(found, $"gva2gpa 0x{leaf.Va + offset:x}", [$"gpa: 0x{leaf.Pa + offset:x}"], Lines(mmu.Ask($"gva2gpa 0x{leaf.Va + offset:x}")));
        }

        return found;
    }

    static void Compare(List<string> found, string question, IEnumerable<string> ours, IEnumerable<string> theirs)
    {
        var (mine, other) = (ours.ToHashSet(), theirs.ToHashSet());
        found.AddRange(mine.Except(other).Select(line => $"{question}: only in the dump: {line}"));
        found.AddRange(other.Except(mine).Select(line => $"{question}: only in QEMU: {line}"));
    }

    /// <summary>Neighbouring pages with the same rights are one range in QEMU's words.</summary>
    static List<string> Ranges(List<Leaf> leaves)
    {
        var ranges = new List<(ulong Start, ulong End, string Rights)>();
        foreach (var leaf in leaves.OrderBy(leaf => leaf.Va))
        {
            if (ranges.Count > 0 && ranges[^1] is var last && last.End == leaf.Va && last.Rights == leaf.Rights)
                ranges[^1] = last with { End = leaf.Va + leaf.Size };
            else
                ranges.Add((leaf.Va, leaf.Va + leaf.Size, leaf.Rights));
        }

        return [.. ranges.Select(range => string.Create(CultureInfo.InvariantCulture,
            $"{Hex(range.Start)}-{Hex(range.End)} {Hex(range.End - range.Start)} {range.Rights}"))];
    }

    static string Hex(ulong value) => value.ToString("x16", CultureInfo.InvariantCulture);

    static string[] Lines(string text) => text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>In PAE mode QEMU prints bit 63 of a leaf, NX, with its address, too.</summary>
    static string WithoutNoExecute(string line) => TlbLine().Replace(line, match =>
        $"{match.Groups[1]}: {Hex(Convert.ToUInt64(match.Groups[2].Value, 16) & long.MaxValue)} {match.Groups[3]}");

    [GeneratedRegex("^([0-9a-f]+): ([0-9a-f]+) (.{9})$")]
    private static partial Regex TlbLine();

    sealed record Leaf(ulong Va, ulong Pa, ulong Size, HashSet<string> Flags, string Rights)
    {
        public static Leaf Parse(string row)
        {
            var fields = row.Split(',');
            var va = Convert.ToUInt64(fields[0], 16);
            return new(va, Convert.ToUInt64(fields[1], 16), ulong.Parse(fields[2], CultureInfo.InvariantCulture), [.. fields[3].Split('|')], fields[4]);
        }

        /// <summary>The leaf as <c>info tlb</c> prints it.</summary>
        public string TlbLine
        {
            get
            {
                (string Name, char Letter)[] letters =
                    [("NX", 'X'), ("G", 'G'), ("PS", 'P'), ("D", 'D'), ("A", 'A'), ("PCD", 'C'), ("PWT", 'T'), ("US", 'U'), ("RW", 'W')];
                var isLarge = Size > 4096;
                var text = string.Concat(letters.Select(flag => Flags.Contains(flag.Name) || (flag.Name == "PS" && isLarge) ? flag.Letter : '-'));
                return $"{Hex(Va)}: {Pa:x16} {text}";
            }
        }
    }
}
