using Vm.Machine;

namespace Vm.Tests.Machine.Qemu;

/// <summary>An MMU that is not this project's reads the tables that the pmap made.</summary>
public sealed class QemuTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("vm-dump-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    TraceReport Dump(string trace) => TraceRunner.Run(
        new Truth(trace).TraceFile, new RunOptions { Frames = 64, Mode = Checking.Off, DumpFolder = folder });

    [QemuTheory]
    [InlineData("ls")]
    [InlineData("gzip")]
    public void Dump_OfARun_MapsTheSameInQemu(string trace)
    {
        Dump(trace);
        Assert.Empty(MappingComparison.Disagreements(folder, out var mappings));
        Assert.True(mappings >= 60);
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
        Dump("ls");
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
