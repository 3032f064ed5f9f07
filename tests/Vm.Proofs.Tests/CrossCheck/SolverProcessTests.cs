using Vm.Proofs.CrossCheck;
using Vm.Proofs.Solving;

namespace Vm.Proofs.Tests.CrossCheck;

/// <summary>However a solver ends, it is told as what it is. The solvers here are shell scripts.</summary>
public sealed class SolverProcessTests
{
    [Theory]
    [InlineData("echo unsat", Answer.Holds, null)]
    [InlineData("echo sat", Answer.DoesNotFollow, null)]
    [InlineData("echo unknown", Answer.OutOfResource, "it gave up")]
    [InlineData("echo unsat; echo '(error \"line 1\")'; exit 1", Answer.Failed, "exit code 1: unsat")]
    [InlineData("echo cvc5 interrupted by timeout. >&2; exit 134", Answer.OutOfResource, "the time limit was reached")]
    [InlineData("kill -9 $$", Answer.Failed, "it was killed by signal 9")]
    [InlineData("echo unsa; kill -9 $$", Answer.Failed, "it was killed by signal 9")]
    [InlineData("echo cannot open >&2; exit 1", Answer.Failed, "exit code 1: cannot open")]
    public void Answer_OfEachEnd_IsTold(string script, object answer, string? reason) =>
        Assert.Equal(((Answer)answer, reason), Run(script, TimeSpan.FromSeconds(60)).Answer);

    [Fact]
    public void Run_LongerThanTheLimit_IsStopped()
    {
        var run = Run("sleep 600", TimeSpan.FromMilliseconds(200));

        Assert.Null(run.ExitCode);
        Assert.Equal(Answer.OutOfResource, run.Answer.Answer);
    }

    [Fact]
    public void Run_OfAProgramThatIsNotThere_IsMissing()
    {
        var run = SolverProcess.Run("/nowhere/cvc5", [], TimeSpan.FromSeconds(1));

        Assert.True(run.IsMissing);
        Assert.Equal(Answer.Failed, run.Answer.Answer);
    }

    static SolverProcess Run(string script, TimeSpan limit) => SolverProcess.Run("/bin/sh", ["-c", script], limit);
}
