using Vm.Cli;
using Vm.Proofs.Exploration;
using Vm.Proofs.Interpretation;
using Vm.Proofs.Tests.Interpretation;

namespace Vm.Proofs.Tests.Mutation;

/// <summary>A part of what <c>vm prove --mutants</c> does for all.</summary>
public sealed class MutationTestTests
{
    const int Sample = 60;

    static readonly MutationTest Test = new(ResidentComponent.Component, FirstStates.All(), Listed(), new ProofOptions());

    [Fact]
    public void Mutants_AreManyAndHaveNamesOfTheirOwn()
    {
        Assert.True(Test.Count >= 500);
        Assert.Equal(Test.Count, Test.Mutants.Select(mutant => mutant.Name).Distinct().Count());
        Assert.All(Test.Mutants, mutant => Assert.NotEqual(SourcePlace.None, mutant.Place));
        var program = ResidentComponent.Component.Program;
        Assert.All(
            program.Operations.Where(operation => !program.Contract(operation.Contract).Establishes),
            operation => Assert.NotEmpty(Test.Entries[operation.Name]));
    }

    /// <summary>Else what a mutant is blamed for could be the unchanged body's doing.</summary>
    [Fact]
    public void Entries_OfUnchangedBodies_BreakNothing()
    {
        var program = ResidentComponent.Component.Program;
        var judge = new Judge(program, new Interpreter(program));

        foreach (var operation in program.Operations)
        {
            Assert.All(Test.Entries[operation.Name], entry =>
            {
                Assert.Null(judge.Run(operation, entry, out var differs));
                Assert.False(differs);
            });
        }
    }

    [Fact]
    public void Run_OfASample_LetsNothingSurvive()
    {
        var told = 0;
        var verdicts = Test.Run([.. Test.Mutants.Where((_, i) => i % Sample == 0)], _ => told++);

        Assert.DoesNotContain(verdicts, verdict => verdict.Outcome == MutantOutcome.Survived);
        Assert.Contains(verdicts, verdict => verdict.Outcome == MutantOutcome.Refuted && verdict.Note.Contains("not proved", StringComparison.Ordinal));
        Assert.Equal(verdicts.Count, told);
    }

    [Theory]
    [InlineData("ReleaseFictitious: page.Free = true => nothing", MutantOutcome.Refuted, "ensures IsFree; not proved: ensures IsFree")]
    [InlineData("ReleaseFictitious: using (FreeQueueLock.Enter()) => no lock", MutantOutcome.Refuted, "without FreeQueue")]
    [InlineData("Rename: using (PageQueuesLock.Enter()) => no lock", MutantOutcome.Refuted, "Remove.MustHold(PageQueues)")]
    [InlineData("Remove: prev = Pages[prev].Next => nothing", MutantOutcome.Refuted, "loop ends")]
    [InlineData("ReleaseFictitious: if (page.Free) => if (false)", MutantOutcome.Equal, "page.Free == false")]
    public void Run_OfAMutant_SaysWhy(string name, MutantOutcome outcome, string why)
    {
        var verdict = Assert.Single(Test.Run([Test.Mutants.Single(mutant => mutant.Name == name)]));

        Assert.Equal(outcome, verdict.Outcome);
        Assert.Contains(why, verdict.Note, StringComparison.Ordinal);
    }

    /// <summary>The must-fail twin: nobody wrote down why this one may pass.</summary>
    [Fact]
    public void Run_OfAMutantThatNoClauseSees_Survives()
    {
        var strict = new MutationTest(
            ResidentComponent.Component, FirstStates.All(), new ListedMutants(), new ProofOptions { Operation = "Grab" });

        Assert.Contains(strict.Run(), verdict => verdict.Outcome == MutantOutcome.Survived && verdict.Name == "Grab: return AllocPa(0, 2) => return null");
    }

    [Fact]
    public void Operation_OfNoBody_SaysWhichThereAre()
    {
        var failure = Assert.Throws<ComponentException>(() => new MutationTest(
            ResidentComponent.Component, FirstStates.All(), new ListedMutants(), new ProofOptions { Operation = "Nothing" }));

        Assert.Contains("no body Nothing", failure.Message, StringComparison.Ordinal);
        Assert.Contains("EnterTable", failure.Message, StringComparison.Ordinal);
    }

    static ListedMutants Listed()
    {
        using var reader = new StreamReader(typeof(MutationTestTests).Assembly.GetManifestResourceStream("listed-mutants.txt")!);
        return new(reader.ReadToEnd());
    }
}
