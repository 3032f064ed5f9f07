using Microsoft.Z3;
using Vm.Paging;
using Vm.Pmap.Lemmas;
using Vm.Proofs.Export;
using Vm.Proofs.Layout;
using Vm.Proofs.Lemmas;
using Vm.Proofs.Solving;
using Vm.Proofs.Tests.Interpretation;
using Vm.Proofs.Tests.Lemmas;

namespace Vm.Proofs.Tests.Export;

public sealed class ExportTests
{
    /// <summary>The files say by themselves what was asked: the solver's own reader comes to the same answers.</summary>
    [Fact]
    public void Export_OfAnOperation_GivesTheSameAnswersWhenRead()
    {
        using var folder = new Folder();
        var report = Prover.Prove(ResidentComponent.Component, new ProofOptions { Operation = "Remove", ExportFolder = folder.Path });
        var manifest = QuestionExport.Read(folder.Path);
        var asked = manifest.Conditions.Where(condition => condition.File is not null).ToList();

        Assert.Equal(report.IrHash, manifest.IrHash);
        Assert.Equal(report.Results.Count, manifest.Conditions.Count);
        Assert.Equal(report.Count(Evidence.Solver), asked.Count);
        Assert.Equal(Directory.GetFiles(folder.Path, "*.smt2", SearchOption.AllDirectories).Length, asked.Count);
        Assert.All(asked, condition =>
        {
            Assert.Equal("unsat", condition.Status);
            Assert.Equal(Status.UNSATISFIABLE, Answer(File.ReadAllText(folder.File(condition.File!))));
        });
    }

    /// <summary>Lemmas and layouts, too; lemmas that are wrong are the must-fail twin.</summary>
    [Fact]
    public void Export_OfLemmasAndLayouts_GivesTheSameAnswersWhenRead()
    {
        using var folder = new Folder();
        var (options, solver, export) = (new ProofOptions(), SolverInfo.Find(), new QuestionExport(folder.Path));
        Type[] classes = [typeof(InvalidationLemmas<PaePaging>), typeof(RightLemmas), typeof(WrongLemmas)];
        var lemmas = new LemmaProver(options, solver, export: export).Prove([.. classes.SelectMany(type => LemmaProver.Of(type))]);
        var layouts = LayoutProver.Prove(LayoutProver.Claims(ResidentComponent.Component).Take(8), options, export).ToList();
        export.Finish(solver, "");

        var conditions = QuestionExport.Read(folder.Path).Conditions;
        Assert.Equal(lemmas.Count(result => result.Outcome != Outcome.Error) + layouts.Count, conditions.Count);
        Assert.Contains(conditions, condition => condition.Status == "sat");
        Assert.All(conditions, condition => Assert.Equal(
            condition.Status == "unsat" ? Status.UNSATISFIABLE : Status.SATISFIABLE, StockAnswer(File.ReadAllText(folder.File(condition.File!)))));
        Assert.Contains(conditions, condition => condition.File!.StartsWith("InvalidationLemmas-PaePaging/", StringComparison.Ordinal));
    }

    /// <summary>The must-fail twin: with the goal left out, the facts of most questions contradict nothing.</summary>
    [Fact]
    public void Export_WithoutTheGoal_IsSatisfiable()
    {
        using var folder = new Folder();
        Prover.Prove(ResidentComponent.Component, new ProofOptions { Operation = "Lookup", ExportFolder = folder.Path });
        var files = Directory.GetFiles(folder.Path, "*.smt2", SearchOption.AllDirectories);

        Assert.Contains(files, file =>
        {
            var lines = File.ReadAllLines(file);
            return Enumerable.Range(0, lines.Length)
                .Where(i => lines[i].StartsWith("(assert", StringComparison.Ordinal))
                .Any(i => Answer(string.Join('\n', lines.Where((_, k) => k != i))) == Status.SATISFIABLE);
        });
    }

    [Fact]
    public void FileName_OfAnyText_IsPlain() => Assert.Equal("invariant-at-call-A.b-c", FileName.Of("invariant at call A.b / c?"));

    static Status Answer(string text)
    {
        using var session = new Z3Session();
        using var solver = session.MakeSolver(0, TimeSpan.FromSeconds(60), 1_000_000_000);
        solver.Assert(session.Context.ParseSMTLIB2String(text));
        return solver.Check();
    }

    /// <summary>With the settings of the program <c>z3</c>.</summary>
    static Status StockAnswer(string text)
    {
        using var session = new Z3Session();
        using var solver = session.Context.MkSolver();
        solver.Assert(session.Context.ParseSMTLIB2String(text));
        return solver.Check();
    }
}
