using Microsoft.Z3;
using Vm.Proofs.Conditions;
using Vm.Proofs.Counterexamples;
using Vm.Proofs.Instantiation;
using Vm.Proofs.Solving;
using Vm.Proofs.Terms;
using Vm.Proofs.Tests.Interpretation;

namespace Vm.Proofs.Tests.Resident;

/// <summary>The two arguments that the proof rests on and that no proof checks, tried on every small state.</summary>
public sealed class PaperArgumentTests
{
    const int Pages = 3;

    static readonly Component Component = ResidentComponent.Component;

    public static TheoryData<string> Lists => [.. new Catalog(Component.Program).Lists.Select(list => list.Name)];

    /// <summary>Where the conjuncts about ranks hold, walking the list visits exactly the members.</summary>
    [Theory]
    [MemberData(nameof(Lists))]
    public void Ranks_InEverySmallState_MeanTheWalk(string name)
    {
        var (conjuncts, walk, solve) = ListAtAnyState(name);

        Assert.Equal(Status.UNSATISFIABLE, solve([.. conjuncts, walk.Negated]));
        Assert.Equal(Status.SATISFIABLE, solve([.. conjuncts, walk.Formula]));
    }

    /// <summary>The must-fail twin: without the conjunct that links skip no member, members are lost.</summary>
    [Theory]
    [MemberData(nameof(Lists))]
    public void Ranks_WithoutBetween_DoNotMeanTheWalk(string name)
    {
        var (conjuncts, walk, solve) = ListAtAnyState(name, leaveOut: "between");

        Assert.Equal(Status.SATISFIABLE, solve([.. conjuncts, walk.Negated]));
    }

    /// <summary>Where an operation returns, the numbers of rows that ghost state kept are the true ones.</summary>
    [Theory]
    [InlineData("Insert")]
    [InlineData("Remove")]
    [InlineData("Wire")]
    public void Counts_AtEveryExit_AreTrue(string name)
    {
        var operation = Component.Program.Operations.Single(o => o.Name == name);
        var kit = new EncoderKit(Component.Program, name, Pages);
        var scope = ScopeFor(kit);
        var entry = kit.Changes.Unknown();
        var arguments = operation.Parameters.Select(p => kit.Terms.Const(p.Name, new Sorts(Component.Program).Of(p.Type))).ToList();
        foreach (var clause in Component.Program.Contract(operation.Contract).Requires)
            kit.Ledger.Assume(kit.Expressions.Encode(clause.Body, new Scope(entry, CallEncoder.Bind(operation, arguments))));
        foreach (var conjunct in kit.Invariants.Encode(entry)) kit.Ledger.Assume(conjunct.Formula);

        var exits = new BodyEncoder(kit).Run(operation, entry, arguments);
        var atEntry = kit.Changes.TrueCounts(entry).Select(counted => IsTrue(kit.Terms, scope, counted)).ToList();
        foreach (var (state, _, _) in exits)
        {
            List<Term> facts = [.. kit.Ledger.Assumptions.Select(scope.Expand), .. atEntry, state.Path];
            Assert.Equal(Status.SATISFIABLE, Solve(kit.Terms, scope, facts));
            foreach (var counted in kit.Changes.TrueCounts(state))
            {
                var wrong = kit.Terms.Not(IsTrue(kit.Terms, scope, counted));
                Assert.Equal(Status.UNSATISFIABLE, Solve(kit.Terms, scope, [.. facts, wrong]));
            }
        }
    }

    static (IEnumerable<Term> Conjuncts, (Term Formula, Term Negated) Walk, Func<IEnumerable<Term>, Status> Solve) ListAtAnyState(
        string name, string leaveOut = "")
    {
        var kit = new EncoderKit(Component.Program, name, null);
        var scope = ScopeFor(kit);
        var state = kit.Changes.Unknown();
        var list = kit.Catalog.List(name);
        var conjuncts = new ListConjuncts(kit.Terms, kit.Expressions).Encode(list, state)
            .Where(conjunct => conjunct.Part != leaveOut && conjunct.Part != $"{leaveOut} back")
            .Select(conjunct => scope.Expand(conjunct.Formula)).ToList();
        var walk = scope.Expand(new WalkFormula(new ListView(list, state, kit.Terms, kit.Expressions), kit.Terms, kit.Expressions).Exact(Pages));
        return (conjuncts, (walk, kit.Terms.Not(walk)), facts => Solve(kit.Terms, scope, [.. facts]));
    }

    static FiniteScope ScopeFor(EncoderKit kit) =>
        new(Component.Program, ResidentComponent.Host.Empty(table => table == "Pages" ? Pages : 2), kit.Terms);

    static Term IsTrue(TermFactory terms, FiniteScope scope, CountedRows counted)
    {
        var rows = scope.Elements((HandleSort)counted.Row.Sort).Where(row => row.Op != Op.Null).ToList();
        if (counted.Key is null) return terms.Eq(counted.Number, Sum(row => At(counted.Property, row)));

        return terms.And(scope.Elements((HandleSort)counted.Key.Sort).Select(key =>
            terms.Eq(terms.Select(counted.Number, key), Sum(row => terms.And(At(counted.Property, row), terms.Eq(At(counted.Key, row), key))))));

        Term At(Term term, Term row) => TermWalk.Substitute(terms, term, new Dictionary<Term, Term> { [counted.Row] = row });

        Term Sum(Func<Term, Term> condition) => rows
            .Select(row => terms.Ite(condition(row), terms.Number(1), terms.Number(0)))
            .Aggregate(terms.Number(0), terms.Add);
    }

    static Status Solve(TermFactory terms, FiniteScope scope, IReadOnlyList<Term> facts)
    {
        using var session = new Z3Session();
        var translator = new TermTranslator(session.Context, scope.Sizes);
        var reads = new Reads();
        foreach (var fact in facts) reads.Add(fact, isGiven: true);
        using var solver = session.MakeSolver(0, TimeSpan.FromSeconds(60), 1_000_000_000);
        foreach (var fact in facts.Concat(MachineFacts.About(terms, reads.Terms))) solver.Assert(translator.Formula(fact));
        return solver.Check();
    }
}
