using System.Globalization;
using System.Runtime.CompilerServices;
using Vm.Cli;
using Vm.Generators.Ir;
using Vm.Proofs.Tests.Conditions;
using Vm.Proofs.Tests.Interpretation;
using Vm.Proofs.Vacuity;
using Vm.Resident;

namespace Vm.Proofs.Tests.Vacuity;

public sealed class CheckExitsTests
{
    static readonly Lazy<ExitRuns> Runs = new(() => new ExitRuns(ResidentComponent.Component, FirstStates.All(), seed: 0));

    [Fact]
    public void CheckExits_OfAnOperation_RunsToEachExit()
    {
        var report = Prover.CheckExits(ResidentComponent.Component, new ProofOptions { Operation = "GrabFictitious" });

        Assert.Equal(2, report.Exits.Count);
        Assert.All(report.Exits, exit => Assert.Equal(ExitVerdict.Reached, exit.Verdict));
    }

    /// <summary>Where no state is lawful to begin with, the solver finds some.</summary>
    [Fact]
    public void CheckExits_FromNewStatesAlone_RunsToEachExit()
    {
        var report = Prover.CheckExits(
            ResidentComponent.Component, new ProofOptions { Operation = "GrabFictitious" }, [ResidentComponent.Host.Build(ResidentComponent.New)]);

        Assert.Equal([ExitVerdict.Reached, ExitVerdict.Reached], report.Exits.Select(exit => exit.Verdict));
    }

    /// <summary>Where the solver may not do anything, runs get to all exits alone; among them are some that depend on answers of the world outside.</summary>
    [Theory]
    [InlineData("PullPage", 2)]
    [InlineData("MovePage", 3)]
    [InlineData("BalanceOnce", 3)]
    public void CheckExits_FromStates_GetsThereWithoutTheSolver(string operation, int exits)
    {
        var results = Check(operation, new ProofOptions { ResourceLimit = 1 });

        Assert.Equal(exits, results.Count);
        Assert.All(results, exit => Assert.Equal((ExitVerdict.Reached, null), (exit.Verdict, exit.Note)));
    }

    /// <summary>A run may end as another one does. What tells them apart is the return that was seen.</summary>
    [Fact]
    public void Interpret_RunsThatEndAlike_TellsTheirExits()
    {
        var operation = ResidentComponent.Component.Program.CodeOf<OperationItem>("PullPage");
        var runner = new ExitRunner(ResidentComponent.Component, operation);
        var state = ResidentComponent.Settled;
        Int128[] active = [PagingQueues.Of(0, active: true, external: false).V];
        Int128[] inactive = [PagingQueues.Of(0, active: false, external: false).V];

        var none = runner.Interpret(state, inactive, answers: -1);
        var locked = runner.Interpret(state, active, answers: 0);
        var taken = runner.Interpret(state, active, answers: -1);

        Assert.Equal(none.Exit, locked.Exit);
        Assert.NotEqual(none.Exit, taken.Exit);
        Assert.Null(runner.ProblemOn(taken, state, active));
        Assert.Equal("the component took another way", runner.ProblemOn(locked, state, active));
    }

    /// <summary>Its structures are of the slab cache, which is not part of the state.</summary>
    [Fact]
    public void CheckExits_OfWhatNeedsTheWorldOutside_SaysWhatStoppedIt()
    {
        var exit = Assert.Single(Check("MoreFictitious", new ProofOptions()));

        Assert.Equal(ExitVerdict.Consistent, exit.Verdict);
        Assert.StartsWith("the component stopped on the way: panic: vm_page_more_fictitious", exit.Note, StringComparison.Ordinal);
    }

    /// <summary>The must-fail twin on the shipped component: one clause contradicts another for a page, and not where there is none.</summary>
    [Fact]
    public void CheckExits_CalleePromisesTwoThings_IsVacuousWhereBothWouldHold()
    {
        const string clause = "(not (. (elem Pages (result)) Fictitious))";
        var texts = ResidentComponent.Component.Texts.Select(text =>
        {
            var contract = text.IndexOf("(contract GrabContract", StringComparison.Ordinal);
            var promise = contract < 0 ? -1 : text.IndexOf(clause, contract, StringComparison.Ordinal);
            return promise < 0 ? text : text.Remove(promise, clause.Length).Insert(promise, $"(and {clause} (. (elem Pages (result)) Dirty))");
        });

        var broken = Component.Parse([.. texts]);
        var exits = Prover.CheckExits(broken, new ProofOptions { Operation = "Alloc" }).Exits;

        Assert.NotEqual(ResidentComponent.Component.Hash, broken.Hash);
        Assert.Equal([ExitVerdict.Consistent, ExitVerdict.Vacuous], exits.Select(exit => exit.Verdict));
    }

    /// <summary>No answer is neither a contradiction nor the absence of one.</summary>
    [Fact]
    public void CheckExits_WithoutARunOrAnAnswer_IsUnknown()
    {
        var component = SmallProgram.With(SmallProgram.Operation("Main", SmallProgram.Requires("Given", "(lt (global Total) 0:i32)"), ""));

        var report = Prover.CheckExits(component, new ProofOptions { ResourceLimit = 1 });

        var exit = Assert.Single(report.Exits);
        Assert.Equal(ExitVerdict.Unknown, exit.Verdict);
        Assert.Contains("neither a contradiction nor values", exit.Note, StringComparison.Ordinal);
        Assert.Equal((1, 0, 0, 0), (report.Count(ExitVerdict.Unknown), report.Count(ExitVerdict.Reached), report.Count(ExitVerdict.Consistent), report.Count(ExitVerdict.Vacuous)));
    }

    /// <summary>A contradiction that the dearest proof could rest on is found. No hint tells where; so of a proof that has one, the effort without it counts.</summary>
    [Fact]
    public void Effort_OfAQuestion_IsMoreThanAnyProofOfAnOperationTakes()
    {
        var operations = ResidentComponent.Component.Program.Operations.Select(operation => operation.Name).ToHashSet();
        var costs = File.ReadLines(Recorded("costs")).Concat(File.ReadLines(Recorded("hints"))).Where(line => !line.StartsWith('#')).Select(line => line.Split('\t'))
            .Where(cost => operations.Contains(cost[1])).Select(cost => long.Parse(cost[0], CultureInfo.InvariantCulture)).ToList();

        Assert.NotEmpty(costs);
        Assert.InRange(costs.Max(), 1, ExitChecker.Effort);
    }

    static IReadOnlyList<ExitResult> Check(string operation, ProofOptions options) =>
        new ExitChecker(ResidentComponent.Component, ResidentComponent.Component.Program.CodeOf<OperationItem>(operation), Runs.Value, options).Check();

    static string Recorded(string what, [CallerFilePath] string file = "") =>
        Path.Combine(Path.GetDirectoryName(file)!, "..", "..", "..", "Vm.Cli", $"recorded-{what}.txt");

    /// <summary>The must-fail twin: whoever promises the impossible is found out, though every obligation is "proved".</summary>
    [Theory]
    [InlineData("(lt (global Total) 0:i32)", "")]
    [InlineData("true", "(perform Impossible c s n)")]
    public void CheckExits_UnderAContradiction_AreVacuous(string requires, string body)
    {
        var impossible = SmallProgram.Operation("Impossible", SmallProgram.Ensures("No", "(lt (global Total) (global Total))"), "")
            .Replace("(op Impossible ImpossibleContract", "(op Impossible ImpossibleContract (trusted \"wrongly\")", StringComparison.Ordinal);
        var main = SmallProgram.Operation(
            "Main", SmallProgram.Requires("Given", requires) + SmallProgram.Requires("NotNegative", "(le 0:i32 (global Total))"), body);
        var component = SmallProgram.With($"{impossible}\n{main}");

        var exit = Assert.Single(Prover.CheckExits(component, new ProofOptions { Operation = "Main" }).Exits);

        Assert.Equal(ExitVerdict.Vacuous, exit.Verdict);
        Assert.All(Prover.Prove(component, new ProofOptions { Operation = "Main" }).Results, r => Assert.Equal(Outcome.Proved, r.Outcome));
    }

    [Fact]
    public void CheckExits_WithoutContradiction_AreConsistent()
    {
        var component = SmallProgram.With(SmallProgram.Operation("Main", SmallProgram.Requires("Given", "(lt (global Total) 0:i32)"), ""));

        var exit = Assert.Single(Prover.CheckExits(component, new ProofOptions()).Exits);

        Assert.Equal(ExitVerdict.Consistent, exit.Verdict);
    }
}
