using Vm.Machine;

namespace Vm.Tests.Machine.Qemu;

/// <summary>An MMU that is not this project's reads the tables that the pmap made.</summary>
public sealed class QemuTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("vm-dump-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    TraceReport Dump(string trace, PagingMode paging) => TraceRunner.Run(
        new Truth(trace).TraceFile, new RunOptions { Frames = 64, Paging = paging, Mode = Checking.Off, DumpFolder = folder });

    [QemuTheory]
    [InlineData("ls", PagingMode.I386)]
    [InlineData("ls", PagingMode.Pae)]
    [InlineData("ls", PagingMode.X86_64)]
    [InlineData("gzip", PagingMode.I386)]
    [InlineData("gzip", PagingMode.Pae)]
    [InlineData("gzip", PagingMode.X86_64)]
    public void Dump_OfARun_MapsTheSameInQemu(string trace, PagingMode paging)
    {
        Dump(trace, paging);
        Assert.Empty(MappingComparison.Disagreements(folder, out var mappings));
        Assert.True(mappings >= 60);
    }

    /// <summary>A fork's pages, which are not to be written, wired pages, and the kernel's, in the address space of the last program.</summary>
    [QemuTheory]
    [InlineData(PagingMode.I386)]
    [InlineData(PagingMode.Pae)]
    [InlineData(PagingMode.X86_64)]
    public void Dump_OfForkedPrograms_MapsTheSameInQemu(PagingMode paging)
    {
        TraceRunner.Run([new Truth("ls").TraceFile, new Truth("gzip").TraceFile], new RunOptions
        {
            Frames = 256,
            Paging = paging,
            Mode = Checking.Off,
            ForkAfter = 900_000,
            SharesText = true,
            Wire = 3,
            DumpFolder = folder,
        });
        var rows = File.ReadAllLines(Path.Combine(folder, MachineDump.MappingsFile));
        Assert.Contains(rows, row => row.EndsWith(",ur-", StringComparison.Ordinal));
        Assert.Contains(rows, row => row.EndsWith(",-rw", StringComparison.Ordinal));
        Assert.Empty(MappingComparison.Disagreements(folder, out _));
    }

    /// <summary>The must-fail twin: one bit of one leaf, each in its turn.</summary>
    [QemuTheory]
    [InlineData(0)] // P
    [InlineData(1)] // RW
    [InlineData(2)] // US
    [InlineData(5)] // A
    [InlineData(12)] // the lowest bit of the frame
    [InlineData(63)] // NX
    public void Dump_WithOneBitFlipped_DiffersInQemu(int bit)
    {
        Dump("ls", PagingMode.X86_64);
        FlipBitOfALeaf(bit);
        Assert.NotEmpty(MappingComparison.Disagreements(folder, out _));
    }

    /// <summary>Finds a word of memory that maps the page of the first mapping, and changes it.</summary>
    void FlipBitOfALeaf(int bit)
    {
        const ulong FlagsAndFrame = 0x000f_ffff_ffff_f001;
        var file = Path.Combine(folder, MachineDump.MemoryFile);
        var image = File.ReadAllBytes(file);
        var row = File.ReadLines(Path.Combine(folder, MachineDump.MappingsFile)).Skip(1).First().Split(',');
        var entry = Convert.ToUInt64(row[1], 16) | 1;
        var at = Enumerable.Range(0, image.Length / 8).Select(i => 8 * i)
            .First(i => (BitConverter.ToUInt64(image, i) & FlagsAndFrame) == entry);
        image[at + (bit / 8)] ^= (byte)(1 << (bit % 8));
        File.WriteAllBytes(file, image);
    }
}
