using CsCheck;

namespace Vm.Tests.Resident.Model;

/// <summary>Random operations on the module in full mode, against the model.</summary>
public sealed class ModelTests
{
    const int StepsPerRun = 200;

    /// <summary>Operations of a normal test run; <c>./vm test --long</c> does more.</summary>
    static readonly long Operations = LongRun.IsAsked ? 20_000_000 : 20_000;

    static readonly Gen<Step> AnyStep =
        Gen.Select(OneOf(ModelOperations.All), Gen.Int[0, 30], Gen.ULong[0, 6], (operation, pick, page) => new Step(operation, pick, page << 12));

    static readonly Gen<(Layout Layout, List<Step> Steps)> AnyRun =
        Gen.Select(OneOf(Layout.All), AnyStep.List[0, StepsPerRun]);

    static Gen<T> OneOf<T>(T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    [Fact]
    public void RandomOperations_AgreeWithTheModel()
    {
        var coverage = new Coverage();
        while (coverage.Total < Operations)
        {
            AnyRun.Sample(run =>
            {
                var both = new ModelRun(run.Layout, new ResidentModel());
                coverage.Add(run.Steps.Where(both.Run));
            }, iter: 1000);
        }

        coverage.AssertAll(ModelOperations.All, share: Operations / 1000);
    }
}
