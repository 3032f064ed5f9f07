using System.IO.Compression;
using Vm.Mmu.Cases;
using Vm.Paging;
using Vm.TestKit;

namespace Vm.Tests.Mmu;

/// <summary>The MMU against expectations that were not made by this project.</summary>
public sealed class CaseFilesTests
{
    static readonly string[] Files = [TestData.PathOf("access-cases.csv.gz"), TestData.PathOf("mmu-cases.csv.gz")];

    [Fact]
    public void Run_ShippedFiles_Agree()
    {
        var report = CaseFiles.Run(Files);

        Assert.Empty(report.Differences);
        Assert.Equal((40_000L, 0L), (report.Cases, report.Disagree));
        Assert.All(report.Files, file => Assert.Equal((20_000L, 0L), (file.Cases, file.Disagree)));
    }

    [Fact]
    public void Run_MmuCases_HaveTheThreeModes() =>
        Assert.Equal(
            ["i386", "pae", "x86_64"], CaseFile.Read(Files[1]).Select(given => given.Mode).Distinct().Order(StringComparer.Ordinal));

    public static TheoryData<string> Defects => [.. Broken.Keys];

    /// <summary>The must-fail twins: MMUs that forget a rule.</summary>
    static readonly Dictionary<string, Func<ControlRegisters, ControlRegisters>> Broken = new()
    {
        ["NX"] = control => control with { NoExecuteEnable = !control.NoExecuteEnable },
        ["SMEP"] = control => control with { Smep = false },
        ["SMAP"] = control => control with { Smap = false },
        ["AC"] = control => control with { Ac = true },
        ["WP"] = control => control with { WriteProtect = true },
        ["PSE"] = control => control with { PageSizeExtensions = !control.PageSizeExtensions },
        ["reserved bits"] = control => control with { PhysicalAddressBits = 52 },
    };

    [Theory]
    [MemberData(nameof(Defects))]
    public void Run_BrokenMmu_Disagrees(string defect)
    {
        var report = CaseFiles.Run(Files, null, Broken[defect]);
        Assert.NotEqual(0, report.Disagree);
        Assert.Equal(Math.Min(report.Disagree, CaseFiles.Told), report.Differences.Select(difference => difference.Id).Distinct().Count());
    }

    /// <summary>Each expectation of a row altered once: the field is reported, and no other.</summary>
    [Theory]
    [InlineData("error", "0x5", "0x6", "error: expected 0x6, got 0x5")]
    [InlineData("pde_after", "0x2102027", "0x2102067", "pde_after: expected 0x2102067, got 0x2102027")]
    [InlineData("pte_after", "0x8000000002000003", "0x8000000002000023", "pte_after: expected 0x8000000002000023, got 0x8000000002000003")]
    public void Run_AlteredRow_IsToldFieldByField(string field, string from, string to, string told)
    {
        var file = WriteAltered(field, from, to);
        var report = CaseFiles.Run([file]);

        Assert.Equal(1, report.Disagree);
        var difference = Assert.Single(report.Differences);
        Assert.Equal((file, 2L), (difference.File, difference.Line));
        Assert.Equal(told, $"{difference.Field}: expected {difference.Expected}, got {difference.Got}");
    }

    /// <summary>Writes the first row that has the value in the field, with another, below the header.</summary>
    static string WriteAltered(string field, string from, string to)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(Files[0]), CompressionMode.Decompress));
        var header = reader.ReadLine()!;
        var column = Array.IndexOf(header.Split(','), field);
        while (reader.ReadLine() is { } line)
        {
            var cells = line.Split(',');
            if (cells[column] != from) continue;
            cells[column] = to;
            var file = TemporaryFiles.NewFile("altered");
            File.WriteAllLines(file, [header, string.Join(',', cells)]);
            return file;
        }

        throw new InvalidDataException($"no row has {from} in {field}");
    }
}
