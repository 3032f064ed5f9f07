using System.Text;
using Vm.Machine;

namespace Vm.Tests.Machine;

public sealed class LackeyTraceTests
{
    const string Four = "I  0401ab70,3\n L 1ffe800e48,8\n S 1fff000618,8\n M 04033e06,1\n";

    static List<TraceRecord> Read(TemporaryTrace file)
    {
        using (file)
        {
            using var trace = LackeyTrace.Open(file.File);
            var records = new List<TraceRecord>();
            while (trace.TryRead(out var record)) records.Add(record);
            return records;
        }
    }

    static (long Line, string Message) Refused(TemporaryTrace file)
    {
        var refused = Assert.Throws<TraceException>(() => Read(file));
        Assert.Equal(file.File, refused.File);
        return (refused.Line, refused.Message);
    }

    [Fact]
    public void Read_OneRecordOfEachKind_GivesThem() =>
        Assert.Equal(
            [
                new(RecordKind.Instruction, 0x0401ab70, 3),
                new(RecordKind.Load, 0x1ffe800e48, 8),
                new(RecordKind.Store, 0x1fff000618, 8),
                new(RecordKind.Modify, 0x04033e06, 1),
            ],
            Read(new(Four)));

    [Fact]
    public void Read_Gzip_IsRecognisedByItsFirstBytes() =>
        Assert.Equal(Read(new(Four)), Read(new(TemporaryTrace.Gzip(Four))));

    [Fact]
    public void Read_SeveralGzipMembers_AreOneTrace() =>
        Assert.Equal(8, Read(new([.. TemporaryTrace.Gzip(Four), .. TemporaryTrace.Gzip(Four)])).Count);

    [Fact]
    public void Read_ValgrindsOwnLines_ArePassedOver() =>
        Assert.Equal(4, Read(new($"==123== Lackey\n==123== \n{Four}==123== Counted\n")).Count);

    [Fact]
    public void Read_LastLineWithoutLineFeed_IsARecord() =>
        Assert.Equal(4, Read(new(Four.TrimEnd('\n'))).Count);

    [Fact]
    public void Read_LongTrace_CrossesTheBuffer()
    {
        var text = new StringBuilder();
        for (var i = 0; i < 20_000; i++) text.Append($" L {i * 16:x8},{(i % 32) + 1}\n");
        var records = Read(new(text.ToString()));

        Assert.Equal(20_000, records.Count);
        Assert.Equal(new TraceRecord(RecordKind.Load, 19_999 * 16, 32), records[^1]);
    }

    [Theory]
    [InlineData("hello")]
    [InlineData("")]
    [InlineData("I 0401ab70,3")]
    [InlineData("IL 0401ab70,3")]
    [InlineData(" X 0401ab70,3")]
    [InlineData("I  0401ab70")]
    [InlineData("I  0401ab70,")]
    [InlineData("I  0401ab70,3x")]
    [InlineData("I  0401ab70,-3")]
    [InlineData("I  xyz,3")]
    [InlineData("I  10401ab7010401ab70,3")]
    [InlineData("--123-- warning")]
    public void Read_LineThatIsNoRecord_IsRefusedWithItsNumber(string line)
    {
        var (number, message) = Refused(new($"{Four}{line}\n{Four}"));
        Assert.Equal(5, number);
        Assert.StartsWith($"not a Lackey record: \"{line}\"; expected for example", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0401ab70,0", "an access of 0 bytes; expected 1 to 4096")]
    [InlineData("0401ab70,4097", "an access of 4097 bytes; expected 1 to 4096")]
    [InlineData("800000000000,1", "address 0x800000000000 with 1 bytes is beyond the modeled user space, which ends at 0x800000000000")]
    [InlineData("7ffffffffffd,4", "address 0x7ffffffffffd with 4 bytes is beyond the modeled user space, which ends at 0x800000000000")]
    [InlineData("ffffffffffffffff,8", "address 0xffffffffffffffff with 8 bytes is beyond the modeled user space, which ends at 0x800000000000")]
    public void Read_AccessThatIsNotModeled_IsRefusedWithItsNumber(string access, string message) =>
        Assert.Equal((2, message), Refused(new($"I  0401ab70,3\n L {access}\n")));

    [Fact]
    public void Read_LastBytesOfUserSpace_AreModeled() => Assert.Single(Read(new(" L 7ffffffffffc,4\n")));

    [Fact]
    public void Read_BinaryFile_IsRefusedReadably()
    {
        var (line, message) = Refused(new([0, 1, 2, 0xff, (byte)'\n']));
        Assert.Equal(1, line);
        Assert.StartsWith("not a Lackey record: \"????\"", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_EndlessLine_IsRefused() =>
        Assert.Equal((1, "a line of more than 65536 bytes: this is not a text file"), Refused(new(new string('x', 100_000))));

    [Fact]
    public void Read_GzipCutAnywhere_IsRefused()
    {
        var file = TemporaryTrace.Gzip(string.Concat(Enumerable.Range(0, 200).Select(i => $" L {i * 7919:x8},4\n")));
        for (var length = 2; length < file.Length; length++)
        {
            var (line, message) = Refused(new(file[..length]));
            Assert.InRange(line, 1, 201);
            Assert.StartsWith("the gzip data is cut off here", message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Read_GzipCutInTheMiddle_NamesTheLineAfterTheLastOneThere()
    {
        var text = string.Concat(Enumerable.Range(0, 50_000).Select(i => $" L {i * 7919:x8},4\n"));
        var file = TemporaryTrace.Gzip(text);
        var (line, _) = Refused(new(file[..(file.Length / 2)]));
        Assert.InRange(line, 10_000, 40_000);
    }

    [Fact]
    public void Read_DamagedGzip_IsRefused()
    {
        var file = TemporaryTrace.Gzip(Four);
        file[^6] ^= 0x55;
        var (_, message) = Refused(new(file));
        Assert.Contains("gzip data is", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no such trace")]
    [InlineData("/")]
    [InlineData("")]
    public void Open_NoFile_IsRefused(string path)
    {
        var refused = Assert.Throws<TraceException>(() => LackeyTrace.Open(path));
        Assert.Equal((path, 0L), (refused.File, refused.Line));
        Assert.StartsWith("the file cannot be opened:", refused.Message, StringComparison.Ordinal);
    }
}
