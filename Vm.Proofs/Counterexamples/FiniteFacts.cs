using System.Numerics;
using Vm.Generators.Ir;
using Vm.Proofs.Conditions;
using Vm.Proofs.Interpretation;
using Vm.Proofs.Reading;
using Vm.Proofs.Terms;

namespace Vm.Proofs.Counterexamples;

/// <summary>
/// What a small entry state has to satisfy, besides the assumptions, so that the component can really start from it: numbers
/// of rows are true, opaque functions and row numbers have their real values, other numbers are small.
/// </summary>
sealed class FiniteFacts(IrProgram program, OperationConditions operation, FiniteScope scope, ConcreteState empty, bool isSetUp)
{
    const int LargestFunction = 5_000;

    readonly TermFactory terms = operation.Terms;
    readonly IReadOnlyList<BigInteger> numbers = SmallNumbers.Of(program);
    readonly Interpreter interpreter = new(program);

    public IEnumerable<Term> About(IReadOnlyCollection<EntryValue> values) =>
        values.Select(Allowed)
            .Concat(operation.Counts.SelectMany(TrueCount))
            .Concat(program.State.Tables.Select(SizeOf))
            .Concat(program.Handles.Keys.Where(scope.Sizes.ContainsKey).SelectMany(RowNumbers))
            .Concat(program.Functions.Values.Where(function => function.Opaque).SelectMany(TableOf));

    /// <summary>The values of shifts and the like where the operands are small.</summary>
    public IEnumerable<Term> AboutArithmetic(IEnumerable<Term> occurring)
    {
        var arithmetic = new MachineArithmetic(terms);
        return occurring.SelectMany(term => arithmetic.AtSmall(term, SmallNumbers.Smallest));
    }

    /// <summary>The term for a number of a type of the representation.</summary>
    public Term Literal(Sort sort, Int128 value) => sort switch
    {
        BoolSort => terms.Bool(value != 0),
        HandleSort handle => RowTerms.Make(terms, handle, (int)value),
        _ => terms.Number((BigInteger)value),
    };

    Term Allowed(EntryValue value)
    {
        if (value.Fixed is { } known) return terms.Eq(value.Value, Literal(value.Value.Sort, known));
        return value.Value.Sort is IntSort range
            ? terms.Or(numbers.Where(n => n <= range.Greatest).Select(n => terms.Eq(value.Value, terms.Number(n))))
            : terms.True;
    }

    IEnumerable<Term> TrueCount(CountedRows counted)
    {
        var rows = scope.Elements((HandleSort)counted.Row.Sort).Where(row => row.Op != Op.Null).ToList();
        if (counted.Key is null) return [terms.Eq(counted.Number, Sum(rows.Select(row => At(counted.Property, counted.Row, row))))];

        return scope.Elements((HandleSort)counted.Key.Sort).Select(key => terms.Eq(
            terms.Select(counted.Number, key),
            Sum(rows.Select(row => terms.And(At(counted.Property, counted.Row, row), terms.Eq(At(counted.Key, counted.Row, row), key))))));
    }

    Term Sum(IEnumerable<Term> conditions) => conditions
        .Select(condition => terms.Ite(condition, terms.Number(1), terms.Number(0)))
        .Aggregate(terms.Number(0), terms.Add);

    Term At(Term term, Term variable, Term row) =>
        TermWalk.Substitute(terms, term, new Dictionary<Term, Term> { [variable] = row });

    Term SizeOf(TableDeclaration table) => terms.Eq(
        terms.Const(Names.Size(table.Name), Sort.Ranged(0, int.MaxValue)), terms.Number(empty.RowCounts[table.Name]));

    IEnumerable<Term> RowNumbers(string handle)
    {
        var sort = new HandleSort(handle, program.Handles[handle].Nullable);
        foreach (var element in scope.Elements(sort))
        {
            var number = terms.Number(RowTerms.IndexOf(element) ?? 0);
            yield return terms.Eq(terms.Apply($"index.{handle}", Sort.Machine(32, false), element), number);
            yield return terms.Eq(terms.Apply($"handle.{handle}", sort, number), element);
        }
    }

    /// <summary>The values of an opaque function, at rows and small numbers.</summary>
    IEnumerable<Term> TableOf(FunctionItem function)
    {
        var sorts = new Sorts(program);
        var mentioned = Mentions.In(program, "", function.Body).Other.Order(StringComparer.Ordinal).ToList();
        var domains = function.Parameters.Select(parameter => Domain(sorts.Of(parameter.Type))).ToList();
        if (mentioned.Any(IsVariable) || domains.Aggregate(1L, (size, domain) => size * domain.Count) > LargestFunction) yield break;

        var result = sorts.Of(function.Type);
        foreach (var arguments in Tuples(domains))
        {
            var value = interpreter.Value(function.Name, arguments, empty);
            if (result is HandleSort handle && value >= scope.Elements(handle).Count()) continue;

            var literals = arguments.Select((argument, i) => Literal(sorts.Of(function.Parameters[i].Type), argument));
            var context = mentioned.Select(name => operation.Entry[name]);
            yield return terms.Eq(terms.Apply($"fn.{function.Name}", result, literals.Concat(context)), Literal(result, value));
        }
    }

    bool IsVariable(string name) =>
        !program.Globals.Any(global => Names.Global(global.Name) == name && EntryState.IsFixed(global, empty, isSetUp));

    List<Int128> Domain(Sort sort) => sort switch
    {
        BoolSort => [0, 1],
        HandleSort handle => [.. scope.Elements(handle).Select(element => (Int128)(RowTerms.IndexOf(element) ?? 0))],
        _ => [.. numbers.Where(n => n <= ((IntSort)sort).Greatest).Select(n => (Int128)n)],
    };

    static IEnumerable<IReadOnlyList<Int128>> Tuples(IEnumerable<IReadOnlyList<Int128>> domains) =>
        domains.Aggregate(
            (IEnumerable<IReadOnlyList<Int128>>)[[]],
            (tuples, domain) => tuples.SelectMany(tuple => domain.Select(value => (IReadOnlyList<Int128>)[.. tuple, value])));
}
