using System.Collections.Concurrent;
using System.Diagnostics;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Z3;
using Vm.Proofs.Caching;
using Vm.Proofs.Export;
using Vm.Proofs.Queries;
using Vm.Proofs.Reading;
using Vm.Proofs.Solving;
using Vm.Vocabulary;

namespace Vm.Proofs.Lemmas;

/// <summary>A lemma of one class, for one set of its type arguments.</summary>
sealed record LemmaInstance(MethodInfo Method, Obligation Obligation);

/// <summary>Proves lemmas: static methods that return true for all values of their parameters, from the code that the compiler made of them.</summary>
sealed class LemmaProver(ProofOptions options, SolverInfo solver, ProofCache? cache = null, QuestionExport? export = null)
{
    readonly ConcurrentDictionary<Assembly, string> versions = new();

    /// <summary>Methods to run in place of others, for code that is broken on purpose.</summary>
    public IReadOnlyDictionary<MethodBase, MethodInfo>? Replacements { get; init; }

    /// <summary>All lemmas of a component.</summary>
    public static IEnumerable<LemmaInstance> Of(Component component) => component.Assemblies.SelectMany(assembly => assembly.GetTypes())
        .Where(type => type.IsDefined(typeof(LemmasAttribute), inherit: false))
        .OrderBy(type => type.Name, StringComparer.Ordinal)
        .SelectMany(Instances)
        .SelectMany(type => Of(type, component.Program));

    /// <summary>The lemmas of a class whose type arguments are given.</summary>
    /// <param name="type">The class.</param>
    /// <param name="program">What knows where they stand; without it they have no places.</param>
    public static IEnumerable<LemmaInstance> Of(Type type, IrProgram? program = null)
    {
        const BindingFlags Any = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.DeclaredOnly;
        foreach (var method in type.GetMethods(Any).OrderBy(method => method.MetadataToken))
        {
            if (method.GetCustomAttribute<LemmaAttribute>() is not { } lemma) continue;
            var place = program?.PlaceOf(NameInMap(method)) ?? SourcePlace.None;
            yield return new(method, new(NameOf(type), ObligationKind.Lemma, method.Name, lemma.Sentence, place, place));
        }
    }

    /// <summary>Proves lemmas, several at once.</summary>
    /// <param name="lemmas">The lemmas.</param>
    /// <param name="onResult">Told each result as it comes, one at a time, in no particular order.</param>
    /// <returns>The results in the order of the lemmas.</returns>
    public IReadOnlyList<ObligationResult> Prove(IReadOnlyList<LemmaInstance> lemmas, Action<ObligationResult>? onResult = null)
    {
        var results = new ObligationResult[lemmas.Count];
        var reporting = new Lock();
        var costs = ObligationKey.Of(lemmas.Select(lemma => lemma.Obligation)).Select(key => options.Costs.Of(key) ?? 0).ToList();
        Work.Share(Enumerable.Range(0, lemmas.Count).OrderByDescending(i => costs[i]), options.Threads, i =>
        {
            results[i] = Prove(i, lemmas[i]);
            lock (reporting) onResult?.Invoke(results[i]);
        });
        return results;
    }

    /// <summary>The class itself, or the class with each of the types that its lemmas hold for.</summary>
    static IEnumerable<Type> Instances(Type type) => type.IsGenericTypeDefinition
        ? type.GetCustomAttribute<LemmasAttribute>()!.Arguments.Select(argument => type.MakeGenericType(argument))
        : [type];

    /// <summary>The name of a method in the map of sources.</summary>
    public static string NameInMap(MethodBase method) => $"{PlainName(method.DeclaringType!)}.{method.Name}";

    static string PlainName(Type type) => type.Name.Split('`')[0];

    static string NameOf(Type type) => type.IsGenericType
        ? $"{PlainName(type)}<{string.Join(", ", type.GetGenericArguments().Select(argument => argument.Name))}>"
        : type.Name;

    ObligationResult Prove(int index, LemmaInstance lemma)
    {
        var time = Stopwatch.StartNew();
        var code = CodeKeyOf(lemma);
        if (export is null && code is not null && cache!.Contains(code)) return Result(Outcome.Proved, null) with { Evidence = Evidence.Cache };

        using var session = new Z3Session();
        using var terms = new BitTerms(session.Context);
        var machine = new Machine(terms, Replacements);
        try
        {
            var result = machine.Run(lemma.Method) as Bits
                ?? throw new NotLoweredException($"no path returns: {string.Join(", ", machine.Failures.Select(failure => failure.What).Distinct())}");
            var bits = machine.Arithmetic;
            var wrong = machine.Failures.Aggregate(bits.Not(bits.IsNonZero(result)), (any, failure) => bits.Or(any, failure.Condition));
            using var asked = BitSolver.Make(session.Context, options);
            asked.Assert(machine.Proper);
            asked.Assert(wrong);

            var question = cache is null && export is null ? "" : asked.ToString();
            var key = cache is null ? "" : KeyOf(question);
            var isKnown = export is null && cache?.Contains(key) == true;
            var answer = isKnown ? Status.UNSATISFIABLE : asked.Check();
            if (answer == Status.UNSATISFIABLE && cache is not null)
            {
                cache.Add(key);
                if (code is not null) cache.Add(code);
            }

            if (isKnown) return Result(Outcome.Proved, null) with { Evidence = Evidence.Cache };
            export?.Add(index, lemma.Obligation, answer, question);
            return answer switch
            {
                Status.UNSATISFIABLE => Result(Outcome.Proved, null),
                Status.SATISFIABLE => Doubted(asked),
                _ => Result(Outcome.OutOfResource, asked.ReasonUnknown),
            } with
            { Effort = Z3Solver.EffortOf(asked) };
        }
        catch (NotLoweredException unknown)
        {
            return Result(Outcome.Error, unknown.Message);
        }

        ObligationResult Doubted(Solver asked)
        {
            using var small = BitSolver.Make(session.Context, options);
            small.Assert(asked.Assertions);
            small.Assert(LemmaRun.IsRunnable(lemma.Method, machine));
            var isSmall = Replacements is null && small.Check() == Status.SATISFIABLE;
            var run = new LemmaRun(lemma.Method, machine, isSmall ? small.Model : asked.Model);
            var (isExecuted, note) = Judge(run, isSmall);
            var table = string.Join('\n', run.Values);
            return new(lemma.Obligation, isExecuted ? Outcome.Refuted : Outcome.Unknown, time.Elapsed, new(isExecuted, lemma.Obligation.Clause, table, note), note);
        }

        ObligationResult Result(Outcome outcome, string? note) => new(lemma.Obligation, outcome, time.Elapsed, null, note);
    }

    /// <summary>The key of the code that the question is made from; null where other code is run, or nothing is remembered.</summary>
    string? CodeKeyOf(LemmaInstance lemma) => cache is null || Replacements is not null
        ? null
        : KeyOf($"{lemma.Method.DeclaringType!.FullName}, {lemma.Method}, of the code\n{versions.GetOrAdd(lemma.Method.Module.Assembly, LemmaCode.VersionsOf)}");

    string KeyOf(string question) => Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes($"lemma\n{ConditionKeys.Setting(solver, options)}\n{question}")));

    /// <summary>Whether the lemma's code, run on the values of a model, shows it false; and what is to be said of them.</summary>
    (bool IsExecuted, string Note) Judge(LemmaRun run, bool isSmall)
    {
        var seen = run.Failures.Count == 0 ? "it is false" : string.Join(", ", run.Failures.Select(failure => failure.What).Distinct());
        if (Replacements is not null) return Candidate("other code was put in the place of the component's, and was not run");
        if (run.Failures.Any(failure => !failure.IsSeen)) return Candidate("the proof cannot follow the code there, so nothing says that the code is wrong");
        if (!isSmall) return Candidate("they need more memory than can be made here, so the code was not run");
        return run.Execute() is { } ended
            ? (true, $"counterexample: the code was run on these values, and {ended}")
            : Candidate("the code was run on them and it holds: the proof reads it wrongly, or the lemma reads what no value sets");

        (bool, string) Candidate(string why) => (false, $"candidate: for these values {seen}; {why}");
    }
}
