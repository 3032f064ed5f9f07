using Vm.Proofs.Conditions;
using Vm.Proofs.Queries;
using Vm.Proofs.Terms;

namespace Vm.Proofs.Tests.Queries;

/// <summary>Whatever a question says is in its key: two questions that differ anywhere have different keys.</summary>
public sealed class ConditionKeysTests
{
    static readonly SolverInfo Solver = new("Z3", new Version(4, 8, 12), "libz3");
    static readonly HandleSort Page = new("Page", true);

    [Fact]
    public void Key_OfTheSameQuestion_IsTheSame() =>
        Assert.Equal(KeyOf(Known, t => t.Not(P(t, "a"))), KeyOf(Known, t => t.Not(P(t, "a"))));

    [Fact]
    public void Key_DoesNotDependOnWhatElseWasMade() => Assert.Equal(
        KeyOf(Known, t => P(t, "a")),
        KeyOf(
            t =>
            {
                t.Const("something else", Sort.Bool);
                return Known(t);
            },
            t => P(t, "a")));

    [Fact]
    public void Key_OfDifferentQuestions_Differs()
    {
        Func<TermFactory, Term>[] goals =
        [
            t => P(t, "a"),
            t => P(t, "b"),
            t => t.Not(P(t, "a")),
            t => t.And(P(t, "a"), P(t, "b")),
            t => t.Or(P(t, "a"), P(t, "b")),
            t => t.Const("p", Sort.Bool),
            t => t.Le(t.Const("n", Sort.Machine(8, false)), t.Number(1)),
            t => t.Le(t.Const("n", Sort.Machine(16, false)), t.Number(1)),
            t => t.Le(t.Const("n", Sort.Machine(8, false)), t.Number(2)),
            t => t.Lt(t.Const("n", Sort.Machine(8, false)), t.Number(1)),
            t => t.Le(t.Scale(2, t.Const("n", Sort.Machine(8, false))), t.Number(1)),
            t => t.Le(t.Scale(3, t.Const("n", Sort.Machine(8, false))), t.Number(1)),
            t => t.Eq(t.Const("h", Page), t.Null(Page)),
            t => t.Eq(t.Const("h", new HandleSort("Page", false)), t.Null(Page)),
            t => All(t, "x", "On"),
            t => All(t, "x", "Off"),
            t => All(t, "x", null),
            t => All(t, "y", "On"),
        ];
        var keys = goals.Select(goal => KeyOf(Known, goal)).ToList();

        Assert.Equal(keys.Count, keys.Distinct().Count());
    }

    [Fact]
    public void Key_WithOtherFacts_Differs()
    {
        static Term Goal(TermFactory t) => P(t, "a");
        string[] keys =
        [
            KeyOf(Known, Goal),
            KeyOf(t => P(t, "c"), Goal),
            KeyOf(Known, Goal, facts: 0),
            KeyOf(Known, Goal, path: t => P(t, "c")),
        ];

        Assert.Equal(keys.Length, keys.Distinct().Count());
    }

    [Fact]
    public void Key_WithAnotherSolverOrLimits_Differs()
    {
        var options = new ProofOptions();
        (SolverInfo, ProofOptions)[] settings =
        [
            (Solver, options),
            (Solver with { Name = "Z4" }, options),
            (Solver with { Version = new Version(4, 8, 13) }, options),
            (Solver, options with { Seed = 1 }),
            (Solver, options with { Timeout = TimeSpan.FromMilliseconds(1) }),
            (Solver, options with { ResourceLimit = 1 }),
        ];
        var keys = settings.Select(setting => KeyOf(Known, t => P(t, "a"), setting: setting)).ToList();

        Assert.Equal(keys.Count, keys.Distinct().Count());
    }

    static string KeyOf(
        Func<TermFactory, Term> fact, Func<TermFactory, Term> goal, int facts = 1, Func<TermFactory, Term>? path = null,
        (SolverInfo Solver, ProofOptions Options)? setting = null)
    {
        var terms = new TermFactory();
        var state = new SymbolicState(System.Collections.Immutable.ImmutableSortedDictionary<string, Term>.Empty, terms.True);
        var operation = new OperationConditions(terms, [fact(terms)], [], state, [], [], []);
        var obligation = new Obligation("Op", "kind", "clause", "sentence", SourcePlace.None, SourcePlace.None);
        var (solver, options) = setting ?? (Solver, new ProofOptions());
        return new ConditionKeys(operation, solver, options)
            .Of(new Condition(obligation, facts, goal(terms), path?.Invoke(terms) ?? terms.True));
    }

    static Term Known(TermFactory terms) => P(terms, "known");

    static Term P(TermFactory terms, string row) => terms.Apply("p", Sort.Bool, terms.Const(row, Page));

    static Term All(TermFactory terms, string variable, string? family)
    {
        var row = terms.Variable(variable, Page);
        return terms.ForAll(new([row], [new([family])]), terms.Apply("p", Sort.Bool, row));
    }
}
