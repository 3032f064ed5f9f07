using Vm.Generators.Ir;
using Vm.Proofs.Exploration;
using Vm.Proofs.Interpretation;
using Vm.Proofs.Mutation;
using Vm.Proofs.Reading;

namespace Vm.Proofs;

/// <summary>
/// Checks the checker: every statement of every body is deleted or altered, one at a time, and each mutant must be refuted. It is run
/// by the interpreter from many states until a clause breaks; then the proof must refuse it as well. What breaks nothing must be
/// proved equal to the original, or be listed with a reason.
/// </summary>
public sealed class MutationTest
{
    const int Rounds = 100_000;

    readonly IrProgram program;
    readonly ProofOptions options;
    readonly ListedMutants listed;
    readonly MutantProof proof;
    readonly ThreadLocal<Interpreter> clauses;
    readonly IReadOnlyDictionary<string, List<Entry>> entries;

    /// <param name="component">The component.</param>
    /// <param name="states">States of the component to start from, in which the catalogue holds, and new ones.</param>
    /// <param name="listed">Mutants that a reviewer let pass.</param>
    /// <param name="options">What to change, and with which limits.</param>
    /// <exception cref="SolverNotFoundException">No usable solver is installed.</exception>
    /// <exception cref="ComponentException">The component does not fit together, or has no such body.</exception>
    public MutationTest(Component component, IEnumerable<object> states, ListedMutants listed, ProofOptions options)
    {
        SolverInfo.Find();
        (program, this.options, this.listed) = (component.Program, options, listed);
        proof = new MutantProof(program, options);
        clauses = new(() => new Interpreter(program));
        var host = new ComponentHost(component);
        entries = new EntryExplorer(program, states.Select(host.Read), options.Seed).Explore(Rounds);
        Mutants = [.. Bodies().SelectMany(new BodyMutator(program).Of)];
    }

    /// <summary>Number of mutants.</summary>
    public int Count => Mutants.Count;

    /// <summary>The mutants, in the order of bodies and of their text.</summary>
    internal IReadOnlyList<Mutant> Mutants { get; }

    /// <summary>By operation, the states and arguments that its mutants are run from.</summary>
    internal IReadOnlyDictionary<string, List<Entry>> Entries => entries;

    /// <summary>The verdict on every mutant, in the order of bodies and of their text.</summary>
    /// <param name="onResult">Told each verdict as it comes, one at a time, in no particular order.</param>
    public IReadOnlyList<MutantVerdict> Run(Action<MutantVerdict>? onResult = null) => Run(Mutants, onResult);

    /// <summary>The verdicts on some mutants.</summary>
    internal IReadOnlyList<MutantVerdict> Run(IReadOnlyList<Mutant> chosen, Action<MutantVerdict>? onResult = null)
    {
        var verdicts = new MutantVerdict[chosen.Count];
        var reporting = new Lock();
        Work.Share(Enumerable.Range(0, chosen.Count), options.Threads, i =>
        {
            verdicts[i] = Decide(chosen[i]);
            lock (reporting) onResult?.Invoke(verdicts[i]);
        });
        return verdicts;
    }

    IEnumerable<CodeItem> Bodies()
    {
        var bodies = program.Code.Values
            .Where(code => code is not ExternalItem && Users.Of(program, code.Name).Count > 0)
            .OrderBy(code => code.Name, StringComparer.Ordinal).ToList();
        if (options.Operation is { } name && bodies.All(code => code.Name != name))
            throw new ComponentException($"the component has no body {name}; it has {string.Join(", ", bodies.Select(code => code.Name))}");

        return bodies.Where(code => (options.Operation ?? code.Name) == code.Name);
    }

    MutantVerdict Decide(Mutant mutant)
    {
        var changed = program.With(mutant.Body);
        var users = Users.Of(program, mutant.Body.Name);
        var judge = new Judge(changed, clauses.Value!);
        var differs = false;
        MutantVerdict? granted = null;
        foreach (var operation in users)
        {
            foreach (var entry in entries[operation.Name])
            {
                var violation = judge.Run(operation, entry, out var differsHere);
                differs |= differsHere;
                if (violation is null) continue;

                var verdict = Broken(mutant, changed, operation, violation);
                if (verdict.Outcome == MutantOutcome.Refuted) return verdict;

                // What it breaks may show only in its caller; then it is refused in the operation that owes it.
                granted ??= verdict;
                break;
            }
        }

        if (granted is not null) return granted;

        if (!differs && mutant.Claim is { } claim && proof.IsEqual(claim, [.. users.Select(user => user.Name)]))
            return new(mutant.Name, mutant.Place, MutantOutcome.Equal, $"proved: {SourceText.Of(claim.Condition)}");

        var note = differs ? "its runs end differently, and no clause says which is right" : "no run was seen to differ, and it is not proved equal";
        return listed.ReasonFor(mutant.Name) is { } reason
            ? new(mutant.Name, mutant.Place, MutantOutcome.Listed, reason)
            : new(mutant.Name, mutant.Place, MutantOutcome.Survived, note);
    }

    MutantVerdict Broken(Mutant mutant, IrProgram changed, OperationItem operation, Violation violation)
    {
        var seen = $"a run of {operation.Name} breaks {violation}";
        if (!violation.IsOwed || operation.Trusted is not null) return new(mutant.Name, mutant.Place, MutantOutcome.Refuted, seen);

        return proof.Refused(changed, operation.Name, violation) is { } refused
            ? new(mutant.Name, mutant.Place, MutantOutcome.Refuted, $"{seen}; not proved: {refused.Kind} {refused.Clause}")
            : new(mutant.Name, mutant.Place, MutantOutcome.Survived, $"{seen}, but the proof grants every obligation: the proof is wrong");
    }
}
