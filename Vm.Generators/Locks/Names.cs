using System.Collections.Immutable;
using Vm.Generators.Ir;

namespace Vm.Generators.Locks;

/// <summary>Names of values that nothing is known of.</summary>
sealed class Names
{
    int last;

    public Term Fresh(string name) => new($"{name}#{++last}");

    public FieldHeap FreshHeap(string field) => new($"{field}#{++last}");

    public static ImmutableDictionary<string, Term> Bind(IReadOnlyList<Binder> parameters, IReadOnlyList<Term> arguments) =>
        parameters.Zip(arguments, (p, a) => new KeyValuePair<string, Term>(p.Name, a)).ToImmutableDictionary();
}
