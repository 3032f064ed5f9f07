using Vm.Proofs.Solving;

namespace Vm.Proofs.Tests.Solving;

public sealed class Z3LibraryTests
{
    [Fact]
    public void Find_Installed_TellsVersionAndPath()
    {
        var solver = SolverInfo.Find();

        Assert.Equal("Z3", solver.Name);
        Assert.True(solver.Version >= new Version(4, 8, 12));
        Assert.Contains("z3", solver.Path, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Load_Missing_SaysHowToGetIt()
    {
        var failure = Assert.Throws<SolverNotFoundException>(
            () => Z3Library.LoadFirst(["libz3-that-is-not-there"], typeof(Z3LibraryTests).Assembly));

        Assert.Contains("apt-get install -y libz3-4", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("4.8.11")]
    [InlineData("5.0.0")]
    public void Version_NotTried_IsRefused(string version)
    {
        var failure = Assert.Throws<SolverNotFoundException>(() => Z3Library.RequireSupported(Version.Parse(version), "libz3"));

        Assert.Contains(version, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Version_OfDebian_IsAccepted() => Z3Library.RequireSupported(new Version(4, 8, 12), "libz3");
}
