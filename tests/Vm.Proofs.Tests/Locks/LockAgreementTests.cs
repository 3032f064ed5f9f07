using Vm.Generators.Ir;
using Vm.Generators.Locks;
using Vm.Proofs.Conditions;
using Vm.Proofs.Mutation;
using Vm.Proofs.Reading;
using Vm.Proofs.Solving;
using Vm.Proofs.Tests.Interpretation;

namespace Vm.Proofs.Tests.Locks;

/// <summary>The analyzer and the prover have the same rules about locks, each its own way of deciding them: they agree.</summary>
public sealed class LockAgreementTests
{
    static readonly IReadOnlyList<IrItem> Items = [.. ResidentComponent.Component.Texts.SelectMany(text => IrReader.Read(text).Items)];
    static readonly IrProgram Program = ResidentComponent.Component.Program;

    [Fact]
    public void Component_AsItIs_IsGrantedByBoth() => Assert.Empty(
        Program.Operations.Where(operation => operation.Trusted is null && (Analyzer(Items, operation) || Prover(Program, operation)))
            .Select(operation => operation.Name));

    [Fact]
    public void Body_WithoutOneOfItsLocks_IsRefusedByBoth()
    {
        var mutants = Program.Code.Values.SelectMany(new BodyMutator(Program).Of).Where(IsOfLock)
            .Select(mutant => (mutant.Name, mutant.Body, Users: Users.Of(Program, mutant.Body.Name).Where(user => user.Trusted is null).Select(user => user.Name).ToList()))
            .Where(mutant => mutant.Users.Count > 0).ToList();

        Assert.True(mutants.Count >= 15, $"only {mutants.Count} mutants");
        Assert.Empty(mutants.Select(mutant => Verdict(mutant.Name, mutant.Body, mutant.Users)).OfType<string>());
    }

    [Fact]
    public void Contract_WithoutOneLockThatTheCallerHolds_IsRefusedByBoth()
    {
        var mutants =
            from contract in Program.Contracts.Values
            from clause in contract.Locks
            where clause.Duty == LockDuty.MustHold
            let users = Program.Operations.Where(o => o.Contract == contract.Name && o.Trusted is null).Select(o => o.Name).ToList()
            where users.Count > 0
            select Verdict(
                $"{contract.Name} without {clause}", contract with { Locks = [.. contract.Locks.Where(other => !ReferenceEquals(other, clause))] }, users);

        Assert.Empty(mutants.OfType<string>());
    }

    /// <summary>The page queues lock guards a page's link, and while the page is free the free queue lock.</summary>
    [Theory]
    [InlineData("PageQueues", "(. (elem Pages mem) Free)", false)]
    [InlineData("FreeQueue", "(. (elem Pages mem) Free)", true)]
    [InlineData("PageQueues", "(. (elem Pages mem) Active)", true)]
    [InlineData("FreeQueue", "(. (elem Pages mem) Active)", false)]
    [InlineData("PageQueues", "true", false)]
    [InlineData("FreeQueue", "true", false)]
    [InlineData("FreeQueue PageQueues", "true", true)]
    public void Place_WhoseGuardDependsOnAFlag_IsJudgedAlike(string held, string known, bool isRight)
    {
        var locks = string.Concat(held.Split(' ').Select(lockClass => $"(lock must-hold {lockClass} \"\") "));
        var looking = IrReader.Read(
            $"(vm-ir 1 Looking) (contract LookContract {locks}(modifies) (requires NotNull \"there is one\" ((mem PageId)) (not (isnull mem))) "
            + $"(requires Known \"so it is\" ((mem PageId)) {known})) (op Look LookContract ((mem PageId)) PageId (return (. (elem Pages mem) NodePrev)))");
        IReadOnlyList<IrItem> items = [.. Items, .. looking.Items];
        var program = new IrProgram([new IrFile("Changed", [.. items])], new SourceMap([]));
        var operation = program.CodeOf<OperationItem>("Look");

        Assert.Equal(
            (!isRight, !isRight),
            (OperationCheck.Of(LockProgram.Of(items)!, operation).Any(finding => finding.Rule == LockRule.UnguardedUse), ProverRefusesUses(program, operation)));
    }

    /// <summary>Who grants a mutant, in words; null if nobody does.</summary>
    static string? Verdict(string name, IrItem changed, IReadOnlyList<string> users)
    {
        IReadOnlyList<IrItem> items = [.. Items.Select(item => item.GetType() == changed.GetType() && item.Name == changed.Name ? changed : item)];
        var program = new IrProgram([new IrFile("Changed", [.. items])], new SourceMap([]));
        var operations = users.Select(user => program.CodeOf<OperationItem>(user)).ToList();
        var (analyzer, prover) = (operations.Any(o => Analyzer(items, o)), operations.Any(o => Prover(program, o)));
        return analyzer && prover ? null : $"{name}: analyzer {(analyzer ? "refuses" : "grants")}, prover {(prover ? "refuses" : "grants")}";
    }

    static bool IsOfLock(Mutant mutant) =>
        mutant.Name.EndsWith("=> no lock", StringComparison.Ordinal)
        || mutant.Name.Contains("Lock.Acquire() =>", StringComparison.Ordinal) || mutant.Name.Contains("Lock.Release() =>", StringComparison.Ordinal);

    static bool Analyzer(IReadOnlyList<IrItem> items, OperationItem operation) =>
        OperationCheck.Of(LockProgram.Of(items)!, operation).Count > 0;

    static bool Prover(IrProgram program, OperationItem operation) => Prover(program, operation, _ => true);

    static bool ProverRefusesUses(IrProgram program, OperationItem operation) =>
        Prover(program, operation, obligation => obligation.Clause == "guards");

    static bool Prover(IrProgram program, OperationItem operation, Func<Obligation, bool> asked)
    {
        var conditions = OperationEncoder.Encode(program, operation);
        using var solver = new ConditionSolver(conditions, new ProofOptions { Timeout = TimeSpan.FromSeconds(2) });
        return conditions.Conditions
            .Where(condition => condition.Obligation.Kind == ObligationKind.Lock && asked(condition.Obligation) && !condition.Goal.IsTrue)
            .Any(condition => solver.Decide(condition, MutantProof.Rounds).Answer != Answer.Holds);
    }
}
