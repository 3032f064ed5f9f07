using Microsoft.Z3;
using Vm.Proofs.Conditions;
using Vm.Proofs.Counterexamples;
using Vm.Proofs.Instantiation;
using Vm.Proofs.Interpretation;
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

    /// <summary>Any write of any field to any row leaves the numbers of rows true that ghost state keeps.</summary>
    [Fact]
    public void Counts_AfterAnyWrite_AreTrue()
    {
        var table = Component.Program.Table("Pages");
        foreach (var field in Component.Program.Fields(table))
        {
            var kit = new EncoderKit(Component.Program, field.Name, null);
            var sorts = new Sorts(Component.Program);
            var scope = ScopeFor(kit);
            var row = kit.Terms.Const("row", sorts.Handle(table.Handle));
            var before = kit.Changes.Unknown();
            var after = kit.Changes.Write(before, table.Name, field.Name, row, kit.Terms.Const("value", sorts.Of(field)));
            var wereTrue = AreTrue(kit, scope, before);
            List<Term> facts = [.. kit.Ledger.Assumptions.Select(scope.Expand), kit.Terms.Not(kit.Expressions.IsNull(row)), wereTrue];

            Assert.Equal(Status.SATISFIABLE, Solve(kit.Terms, scope, facts));
            Assert.Equal(Status.UNSATISFIABLE, Solve(kit.Terms, scope, [.. facts, kit.Terms.Not(AreTrue(kit, scope, after))]));
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
        new(Component.Program, new ConcreteState(Component.Program, RowCounts), kit.Terms);

    /// <summary>Few rows of everything: the arguments do not depend on how many lists there are.</summary>
    static Dictionary<string, int> RowCounts =>
        Component.Program.State.Tables.ToDictionary(table => table.Name, table => table.Name == "Pages" ? Pages : 2);

    static Term AreTrue(EncoderKit kit, FiniteScope scope, SymbolicState state) =>
        kit.Terms.And(kit.Changes.TrueCounts(state).Select(counted => IsTrue(kit.Terms, scope, counted)));

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
