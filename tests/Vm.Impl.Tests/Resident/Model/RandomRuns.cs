using CsCheck;
using Vm.Kernel;

namespace Vm.Tests.Resident.Model;

/// <summary>Random steps on a random memory, on the module and on a model.</summary>
/// <param name="operations">What the steps are chosen from.</param>
/// <param name="model">Makes a model.</param>
sealed class RandomRuns(ModelOperation[] operations, Func<ResidentModel> model)
{
    bool hasFailed;

    /// <summary>How often each operation was done.</summary>
    public Coverage Coverage { get; } = new();

    /// <summary>Does random runs of up to so many steps.</summary>
    /// <exception cref="CsCheckException">A run failed; the cause inside is a <see cref="ModelFailure"/>.</exception>
    public void Sample(int runs, int steps) =>
        Gen.Select(OneOf(Layout.All), StepOf(operations).List[0, steps]).Sample(Check, iter: runs);

    void Check(Layout layout, List<Step> steps)
    {
        // The first failure is enough: it is shrunk here.
        if (hasFailed || !Fails(layout, steps, out _)) return;
        hasFailed = true;
        var shrunk = Shrink(layout, steps);
        Fails(layout, shrunk, out var cause);
        throw new ModelFailure(layout, shrunk, cause!);
    }

    bool Fails(Layout layout, IEnumerable<Step> steps, out Exception? cause)
    {
        var both = new ModelRun(layout, model());
        cause = Record.Exception(() => Coverage.Add(steps.Where(both.Run)));

        // The thread goes on to other tests.
        KernelThread.Processor = 0;
        return cause is not null;
    }

    /// <summary>Leaves out steps as long as the run still fails.</summary>
    List<Step> Shrink(Layout layout, List<Step> steps)
    {
        var shrunk = steps;
        for (var i = steps.Count - 1; i >= 0; i = Math.Min(i, shrunk.Count) - 1)
        {
            List<Step> fewer = [.. shrunk[..i], .. shrunk[(i + 1)..]];
            if (!Fails(layout, fewer, out _)) continue;

            // A step that was needed before may not be needed now.
            shrunk = fewer;
            i = shrunk.Count;
        }

        return shrunk;
    }

    static Gen<Step> StepOf(ModelOperation[] operations) =>
        Gen.Select(
            OneOf(operations), Gen.Int[0, 30], Gen.ULong[0, 6],
            (operation, pick, page) => new Step(operation, pick, page * ResidentModel.PageSize));

    static Gen<T> OneOf<T>(T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);
}
