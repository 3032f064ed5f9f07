using Microsoft.Z3;
using Vm.Proofs.Conditions;
using Vm.Proofs.Instantiation;
using Vm.Proofs.Interpretation;
using Vm.Proofs.Reading;
using Vm.Proofs.Solving;
using Vm.Proofs.Terms;

namespace Vm.Proofs.Counterexamples;

/// <summary>An entry state and arguments, from which the solver expects a condition to fail.</summary>
sealed record Candidate(ConcreteState State, IReadOnlyList<Int128> Arguments);

/// <summary>
/// Looks for a simple small state from which a condition fails: as the start state is, as far as can be.
/// </summary>
sealed class ModelFinder : IDisposable
{
    readonly OperationConditions operation;
    readonly ProofOptions options;
    readonly ConcreteState start;
    readonly FiniteScope scope;
    readonly IReadOnlyList<EntryValue> values;
    readonly IReadOnlyList<EntryValue> arguments;
    readonly IReadOnlyList<Term> facts;
    readonly FiniteFacts finite;
    readonly Z3Session session = new();
    readonly TermTranslator translator;
    readonly IReadOnlyList<(BoolExpr Name, BoolExpr Formula)> wishes;
    (int Assumptions, Solver Solver)? prepared;

    /// <param name="program">The component.</param>
    /// <param name="operation">What is known of the states.</param>
    /// <param name="start">A state of their size, from which they differ as little as can be.</param>
    /// <param name="options">The limits.</param>
    /// <param name="isSetUp">See <see cref="EntryState.IsFixed"/>.</param>
    public ModelFinder(IrProgram program, OperationConditions operation, ConcreteState start, ProofOptions options, bool isSetUp = false)
    {
        (this.operation, this.options, this.start) = (operation, options, start);
        scope = new FiniteScope(program, start, operation.Terms);
        finite = new FiniteFacts(program, operation, scope, start, isSetUp);
        values = [.. EntryState.Of(program, operation, scope, start, isSetUp)];
        arguments = [.. operation.Arguments.Select(argument => new EntryValue(argument, (_, _) => { }, null))];
        facts = [.. finite.About([.. values, .. arguments])];
        translator = new TermTranslator(session.Context, scope.Sizes);
        wishes = [.. values.Concat(arguments).Where(value => value.Fixed is null).Select(Wish)];
    }

    /// <summary>A state from which the condition fails, or null if there is none in the scope or none was found in time.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="simplest">As many values as possible are to be zero, which takes ten times as long.</param>
    public Candidate? Find(Condition condition, bool simplest = true)
    {
        var terms = operation.Terms;
        var solver = Knowing(condition.Assumptions);
        solver.Push();
        Assert(solver, [scope.Expand(terms.And(condition.Path, terms.Not(condition.Goal)))]);
        var candidate = Simple(solver, simplest) is { } model ? Read(model) : null;
        solver.Pop();
        return candidate;
    }

    public void Dispose()
    {
        prepared?.Solver.Dispose();
        translator.Dispose();
        session.Dispose();
    }

    /// <summary>A solver that knows the first so many assumptions. Conditions that follow each other often know the same.</summary>
    Solver Knowing(int assumptions)
    {
        if (prepared?.Assumptions != assumptions)
        {
            prepared?.Solver.Dispose();
            var solver = session.MakeSolver(options.Seed, options.Timeout, options.ResourceLimit);
            Assert(solver, [.. operation.Assumptions.Take(assumptions).Select(scope.Expand), .. facts]);
            foreach (var (name, formula) in wishes) solver.Assert(session.Context.MkImplies(name, formula));
            prepared = (assumptions, solver);
        }

        return prepared.Value.Solver;
    }

    void Assert(Solver solver, IReadOnlyList<Term> known)
    {
        var reads = new Reads();
        foreach (var fact in known) reads.Add(fact, isGiven: true);
        var facts = known.Concat(finite.AboutArithmetic(reads.Terms)).Concat(MachineFacts.About(operation.Terms, reads.Terms, scope.GreatestRow));
        foreach (var fact in facts) solver.Assert(translator.Formula(fact));
    }

    /// <summary>
    /// Wishes that cannot be had together are given up until the others can. For the simplest state, one at a time; then those are
    /// tried again that were given up for the sake of others.
    /// </summary>
    Model? Simple(Solver solver, bool simplest)
    {
        var kept = wishes.Select(wish => wish.Name).ToList();
        var given = new List<BoolExpr>();
        Status status;
        while ((status = solver.Check(kept)) == Status.UNSATISFIABLE)
        {
            var core = solver.UnsatCore.ToHashSet();
            if (core.Count == 0) return null;

            List<BoolExpr> dropped = simplest ? [kept.Last(core.Contains)] : [.. kept.Where(core.Contains)];
            given.AddRange(dropped);
            kept.RemoveAll(dropped.Contains);
        }

        if (status == Status.UNKNOWN) return null;

        var model = solver.Model;
        if (!simplest) return model;

        foreach (var wish in given)
        {
            if (solver.Check([.. kept, wish]) != Status.SATISFIABLE) continue;
            kept.Add(wish);
            model = solver.Model;
        }

        return model;
    }

    (BoolExpr Name, BoolExpr Formula) Wish(EntryValue value, int number) => (
        session.Context.MkBoolConst($"wish:{number}"),
        translator.Formula(operation.Terms.Eq(value.Value, finite.Literal(value.Value.Sort, value.Start))));

    Candidate Read(Model model)
    {
        var state = start.Clone();
        foreach (var value in values) value.Put(state, NumberOf(model, value));
        return new(state, [.. arguments.Select(argument => NumberOf(model, argument))]);
    }

    Int128 NumberOf(Model model, EntryValue value) => model.Eval(translator.Translate(value.Value), completion: true) switch
    {
        BoolExpr truth => truth.IsTrue ? 1 : 0,
        IntNum number => (Int128)number.BigInteger,
        var element => RowTerms.IndexOf(element.FuncDecl.Name.ToString()) ?? 0,
    };
}
