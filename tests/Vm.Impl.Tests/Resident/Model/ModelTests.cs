using CsCheck;

namespace Vm.Tests.Resident.Model;

/// <summary>Random operations on the module in full mode, against the model.</summary>
public sealed class ModelTests
{
    /// <summary>Operations of a normal test run; <c>./vm test --long</c> does more.</summary>
    static readonly long Operations = LongRun.IsAsked ? 20_000_000 : 1_000_000;

    [Fact]
    public void RandomOperations_AgreeWithTheModel()
    {
        var runs = new RandomRuns(ModelOperations.All, () => new ResidentModel());
        while (runs.Coverage.Total < Operations) runs.Sample(runs: 1000, steps: 200);
        runs.Coverage.AssertEach(ModelOperations.All, atLeast: Operations / 1000);
    }

    [Fact]
    public void ModelThatForgets_IsCaughtAndShrunk() =>
        Assert.InRange(ShrunkFailure(ModelOperations.All, () => new ForgetfulModel()).Count, 3, 8);

    [Fact]
    public void ModuleThatForgets_IsCaughtAndShrunk()
    {
        var broken = ModelOperations.All.Select(operation => operation.Name == "Wire" ? WireWithoutCounting(operation) : operation);
        Assert.InRange(ShrunkFailure([.. broken], () => new ResidentModel()).Count, 2, 8);
    }

    static IReadOnlyList<Step> ShrunkFailure(ModelOperation[] operations, Func<ResidentModel> model)
    {
        var failed = Assert.Throws<CsCheckException>(() => new RandomRuns(operations, model).Sample(runs: 2000, steps: 60));
        return Assert.IsType<ModelFailure>(failed.InnerException).Steps;
    }

    /// <summary>The last unwiring does not make a page active.</summary>
    sealed class ForgetfulModel : ResidentModel
    {
        public override void Unwire(Vm.Resident.PageId mem) => Pages[mem].Wired--;
    }

    static ModelOperation WireWithoutCounting(ModelOperation wire) => wire with
    {
        Run = (run, step) =>
        {
            var before = run.State.WireCount;
            var done = wire.Run(run, step);
            run.State.WireCount = before;
            return done;
        },
    };
}
