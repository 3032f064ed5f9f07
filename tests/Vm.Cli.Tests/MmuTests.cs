using System.Text;
using System.Text.Json;

namespace Vm.Cli.Tests;

public class MmuTests
{
    const string Header =
        "id,mode,va,access,user,ac,read_first,wp,pse,smep,smap,nxe,e4,e3,e2,e1,fault,error,pa,upper_ignore,e4_after,e3_after,e2_after,e1_after\n";

    const string Row = "13,i386,0xa190780,w,0,0,0,0,1,0,0,0,,,0x13047,0x6801033,0,,0x6801780,0x0,,,0x13067,0x6801073\n";

    static string Data(string name) => Path.Combine(TestData.Root, "tests", "data", name);

    static string Write(string text) => TestData.Temporary(Encoding.UTF8.GetBytes(text));

    [Fact]
    public void Mmu_ShippedFiles_Agree()
    {
        var result = Cli.Run("mmu", Data("access-cases.csv.gz"), Data("mmu-cases.csv.gz"));

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Contains("mmu-cases.csv.gz: 20,000 cases, 0 disagree", result.Output, StringComparison.Ordinal);
        Assert.Equal("40,000 cases, 0 disagree", result.LastLine);
    }

    [Fact]
    public void Mmu_RenamedFileWithColumnsInAnotherOrder_IsKnownByItsHeader()
    {
        static string Reversed(string line) => string.Join(',', line.TrimEnd('\n').Split(',').Reverse());
        var result = Cli.Run("mmu", Write($"{Reversed(Header)}\n{Reversed(Row)}\n"));
        Assert.Equal((0, "1 case, 0 disagree"), (result.ExitCode, result.LastLine));
    }

    [Fact]
    public void Mmu_AlteredRow_IsToldFieldByFieldAndExitsOne()
    {
        var file = Write(Header + Row + Row.Replace("0x6801780", "0x6801784", StringComparison.Ordinal).Replace("0x6801073", "0x6801033", StringComparison.Ordinal));
        var result = Cli.Run("mmu", file);

        Assert.Equal((1, ""), (result.ExitCode, result.Error));
        Assert.Contains(
            $"{file}(3): error: case 13 disagrees\n  pa: expected 0x6801784, got 0x6801780\n  e1_after: expected 0x6801033, got 0x6801073\n",
            result.Output, StringComparison.Ordinal);
        Assert.Equal("2 cases, 1 disagree", result.LastLine);
    }

    [Fact]
    public void Mmu_Json_CountsAndListsDifferences()
    {
        var file = Write(Header + Row.Replace(",0,,0x6801780,", ",1,0x3,,", StringComparison.Ordinal));
        var result = Cli.Run("mmu", file, "--format", "json");

        Assert.Equal((1, ""), (result.ExitCode, result.Error));
        var report = JsonElement.Parse(result.Output);
        Assert.Equal((1, 1), (report.GetProperty("cases").GetInt32(), report.GetProperty("disagree").GetInt32()));
        Assert.Equal(
            ["fault 1 0", "error 0x3 none"],
            report.GetProperty("differences").EnumerateArray().Select(difference =>
                $"{difference.GetProperty("field")} {difference.GetProperty("expected")} {difference.GetProperty("got")}"));
    }

    [Theory]
    [InlineData("", "expected a header")]
    [InlineData("id,mode\n", "(1): error: the header is of no known format; expected id,pml4e")]
    [InlineData(Header + "1,i386\n", "(2): error: 2 cells; the header names 24 columns")]
    [InlineData(Header + "13,i387,0xa190780,w,0,0,0,0,1,0,0,0,,,0x13047,0x6801033,0,,0x6801780,0x0,,,0x13067,0x6801073", "(2): error: column mode has \"i387\"; expected i386, pae or x86_64")]
    [InlineData(Header + "13,i386,0xa190780,q,0,0,0,0,1,0,0,0,,,0x13047,0x6801033,0,,0x6801780,0x0,,,0x13067,0x6801073", "(2): error: column access has \"q\"; expected r, w or x")]
    [InlineData(Header + "13,i386,0xa190780,w,2,0,0,0,1,0,0,0,,,0x13047,0x6801033,0,,0x6801780,0x0,,,0x13067,0x6801073", "(2): error: column user has \"2\"; expected 0 or 1")]
    [InlineData(Header + "13,i386,12,w,0,0,0,0,1,0,0,0,,,0x13047,0x6801033,0,,0x6801780,0x0,,,0x13067,0x6801073", "(2): error: column va has \"12\"; expected a number such as 0x1f")]
    [InlineData(Header + "13,i386,0x1a190780a,w,0,0,0,0,1,0,0,0,,,0x13047,0x6801033,0,,0x6801780,0x0,,,0x13067,0x6801073", "(2): error: column va has")]
    [InlineData(Header + "13,i386,0xa190780,w,0,0,0,0,1,0,0,0,,,0x1000013047,0x6801033,0,,0x6801780,0x0,,,0x13067,0x6801073", "(2): error: column e2 has")]
    public void Mmu_MalformedFile_IsRefusedAtTheLine(string text, string says)
    {
        var file = Write(text);
        Cli.Run("mmu", file).ShouldRefuse(2, file, says);
    }

    [Fact]
    public void Mmu_MissingFile_IsRefused() => Cli.Run("mmu", "no such.csv").ShouldRefuse(2, "no such.csv: error: ");

    [Fact]
    public void Mmu_TruncatedGzip_IsRefused()
    {
        var whole = File.ReadAllBytes(Data("mmu-cases.csv.gz"));
        Cli.Run("mmu", TestData.Temporary(whole.AsSpan(0, whole.Length / 2))).ShouldRefuse(2, "cut off");
    }
}
