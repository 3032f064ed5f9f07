namespace Vm.Cli.Tests;

public class MalformedTraceTests
{
    [Fact]
    public void Run_MissingFile_IsRefused() =>
        Cli.Run("run", "no such.lackey").ShouldRefuse(2, "no such.lackey");

    [Fact]
    public void Run_TruncatedGzip_IsRefusedAtTheLine()
    {
        var whole = File.ReadAllBytes(TestData.Trace("ls"));
        var trace = TestData.Temporary(whole.AsSpan(0, whole.Length / 2));

        var result = Cli.Run("run", trace);

        result.ShouldRefuse(2, trace + "(", "): error: ", "cut off");
        Assert.DoesNotContain("records", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_LineThatIsNotLackey_IsRefusedAtTheLine()
    {
        var trace = TestData.Temporary("I  0401ab70,3\n L 1ffe800e48,8\nhello\n"u8);
        Cli.Run("run", trace).ShouldRefuse(2, trace + "(3): error: ");
    }

    [Fact]
    public void Run_AddressBeyondTheModeledSpace_IsRefusedAtTheLine()
    {
        var trace = TestData.Temporary("I  0401ab70,3\n L ffff800000000000,8\n"u8);
        Cli.Run("run", trace).ShouldRefuse(2, trace + "(2): error: ");
    }
}
