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
/// Looks for the simplest small state from which a condition fails: as many values as possible are zero, false or null.
/// </summary>
sealed class ModelFinder : IDisposable
{
    readonly OperationConditions operation;
    readonly ProofOptions options;
    readonly ConcreteState empty;
    readonly FiniteScope scope;
    readonly IReadOnlyList<EntryValue> values;
    readonly IReadOnlyList<EntryValue> arguments;
    readonly IReadOnlyList<Term> facts;
    readonly FiniteFacts finite;
    readonly Z3Session session = new();
    readonly TermTranslator translator;

    public ModelFinder(IrProgram program, OperationConditions operation, ConcreteState empty, ProofOptions options)
    {
        (this.operation, this.options, this.empty) = (operation, options, empty);
        scope = new FiniteScope(program, empty, operation.Terms);
        finite = new FiniteFacts(program, operation, scope, empty);
        values = [.. EntryState.Of(program, operation, scope, empty)];
        arguments = [.. operation.Arguments.Select(argument => new EntryValue(argument, (_, _) => { }, null))];
        facts = [.. finite.About([.. values, .. arguments])];
        translator = new TermTranslator(session.Context, scope.Sizes);
    }

    /// <summary>A state from which the condition fails, or null if there is none in the scope or none was found in time.</summary>
    public Candidate? Find(Condition condition)
    {
        var terms = operation.Terms;
        using var solver = session.MakeSolver(options.Seed, options.Timeout, options.ResourceLimit);
        var goal = terms.And(condition.Path, terms.Not(condition.Goal));
        List<Term> known = [.. operation.Assumptions.Take(condition.Assumptions).Append(goal).Select(scope.Expand), .. facts];
        var reads = new Reads();
        foreach (var fact in known) reads.Add(fact, isGiven: true);
        foreach (var fact in known.Concat(MachineFacts.About(terms, reads.Terms))) solver.Assert(translator.Formula(fact));
        return Simplest(solver) is { } model ? Read(model) : null;
    }

    public void Dispose() => session.Dispose();

    /// <summary>
    /// Wishes are given up one at a time until the others can be had together; then those are tried again that were given up
    /// for the sake of others.
    /// </summary>
    Model? Simplest(Solver solver)
    {
        var wishes = values.Concat(arguments).Where(value => value.Fixed is null).Select(Wish).ToList();
        foreach (var (name, formula) in wishes) solver.Assert(session.Context.MkImplies(name, formula));

        var kept = wishes.Select(wish => wish.Name).ToList();
        var given = new List<BoolExpr>();
        Status status;
        while ((status = solver.Check(kept)) == Status.UNSATISFIABLE)
        {
            var core = solver.UnsatCore.ToHashSet();
            if (core.Count == 0) return null;

            given.Add(kept.Last(core.Contains));
            kept.Remove(given[^1]);
        }

        if (status == Status.UNKNOWN) return null;

        var model = solver.Model;
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
        translator.Formula(operation.Terms.Eq(value.Value, finite.Literal(value.Value.Sort, 0))));

    Candidate Read(Model model)
    {
        var state = empty.Clone();
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
