using Vm.Transcripts;

namespace Vm.Tests.Transcripts;

public sealed class NameRangeTests
{
    [Theory]
    [InlineData("", "[]")]
    [InlineData("p7", "[p7]")]
    [InlineData("p1 p2 p3 p5", "[p1..p3, p5]")]
    [InlineData("p9 p10 p11", "[p9..p11]")]
    [InlineData("p2 p1", "[p2, p1]")]
    [InlineData("p1 f2 f3", "[p1, f2..f3]")]
    public void TextOf_Names_AreShortenedWhereTheyFollowEachOther(string names, string text) =>
        Assert.Equal(text, NameRange.TextOf(names.Split(' ', StringSplitOptions.RemoveEmptyEntries)));

    [Theory]
    [InlineData("p7", "p7")]
    [InlineData("p9..p11", "p9 p10 p11")]
    public void Names_OfARange_BothEndsIncluded(string range, string names) =>
        Assert.Equal(names.Split(' '), NameKind.Page.Range(range, new LinePlace("x", 1)).Names);
}
