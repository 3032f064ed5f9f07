using System.Runtime.CompilerServices;
using Vm.Generators.Ir;
using Vm.Proofs.Conditions;
using Vm.Proofs.Hints;
using Vm.Proofs.Solving;
using Vm.Proofs.Tests.Interpretation;

namespace Vm.Proofs.Tests.Hints;

/// <summary>A hint makes a proof shorter, and nothing true.</summary>
public sealed class HintTests : IDisposable
{
    readonly OperationConditions conditions = Encoded("PopPool");
    readonly ConditionSolver solver;
    readonly Condition condition;

    public HintTests()
    {
        solver = new(conditions, new ProofOptions());
        condition = conditions.Conditions.Last(condition => condition.Obligation.Clause == "FreeInBlock");
    }

    public void Dispose() => solver.Dispose();

    [Fact]
    public void Decide_WithAHint_TakesLess()
    {
        var all = solver.Decide(condition);
        var hint = solver.HintFor(all)!;
        var byHint = solver.Decide(condition, hint: hint);

        Assert.Equal((Answer.Holds, false), (all.Answer, all.IsByHint));
        Assert.Equal((Answer.Holds, true), (byHint.Answer, byHint.IsByHint));
        Assert.InRange(byHint.Effort, 1, all.Effort / 2);
        Assert.InRange(byHint.Asked!.Facts.Count, 1, all.Asked!.Facts.Count / 2);
    }

    /// <summary>The hint says too little, or names what is not known any more: then all that is known is tried.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Decide_WithAnOldHint_IsProvedWithoutIt(bool namesMore)
    {
        var hint = solver.HintFor(solver.Decide(condition))!;
        IEnumerable<uint> old = namesMore ? hint.Append(hint.Max() ^ 1) : hint.Order().Take(1);

        var decision = solver.Decide(condition, hint: old.ToHashSet());

        Assert.Equal((Answer.Holds, false), (decision.Answer, decision.IsByHint));
    }

    [Fact]
    public void Decide_WhatDoesNotFollow_IsNotProvedByAHint()
    {
        var absurd = new Condition(condition.Obligation, condition.Assumptions, conditions.Terms.False, condition.Path);
        var without = solver.Decide(absurd);
        var names = new FactNames();
        var hint = solver.HintFor(solver.Decide(condition))!.Intersect(without.Asked!.Facts.Select(names.Of)).ToHashSet();
        var with = solver.Decide(absurd, hint: hint);

        Assert.NotEmpty(hint);
        Assert.Equal(Answer.DoesNotFollow, with.Answer);
        Assert.True(with.Effort > without.Effort, "the hint was tried, too");
        Assert.Null(solver.HintFor(without));
    }

    /// <summary>What is recorded of the shipped component is of its sources. If not: <c>./vm prove --record-hints Vm.Cli/recorded-hints.txt</c>.</summary>
    [Fact]
    public void Hints_OfTheShippedComponent_AreEnough()
    {
        var lines = File.ReadAllLines(Recorded()).Where(line => !line.StartsWith('#')).ToList();
        var hints = new RecordedHints(lines);
        var report = Prover.Prove(ResidentComponent.Component, new ProofOptions { Hints = hints, Operation = "PopPool" });
        var without = Prover.Prove(ResidentComponent.Component, new ProofOptions { Operation = "PopPool" });

        Assert.NotEmpty(lines);
        Assert.Equal(Outcomes(without), Outcomes(report));
        Assert.InRange(report.Results.Sum(result => result.Effort), 1, without.Results.Sum(result => result.Effort) / 2);
    }

    [Fact]
    public void Lines_OfAProof_AreReadAgain()
    {
        var report = Prover.Prove(ResidentComponent.Component, new ProofOptions { FindHints = true, Operation = "PopPool" });
        var lines = RecordedHints.Lines(report).ToList();

        var again = Prover.Prove(ResidentComponent.Component, new ProofOptions { Hints = new(lines), Operation = "PopPool" });

        Assert.NotEmpty(lines);
        Assert.Equal(Outcomes(report), Outcomes(again));
        Assert.InRange(again.Results.Sum(result => result.Effort), 1, report.Results.Sum(result => result.Effort) / 2);
    }

    [Fact]
    public void Hints_OfAnotherForm_AreRefusedWithTheLine() =>
        Assert.Contains("line 2", Assert.Throws<FormatException>(() => new RecordedHints(["# hints", "7\tSwap\tinvariant\tOn\t1\tfact"])).Message, StringComparison.Ordinal);

    static IEnumerable<Outcome> Outcomes(ProofReport report) => report.Results.Select(result => result.Outcome);

    static OperationConditions Encoded(string operation) =>
        OperationEncoder.Encode(ResidentComponent.Component.Program, ResidentComponent.Component.Program.CodeOf<OperationItem>(operation));

    static string Recorded([CallerFilePath] string file = "") =>
        Path.Combine(Path.GetDirectoryName(file)!, "..", "..", "..", "Vm.Cli", "recorded-hints.txt");
}
