using Vm.Generators.Ir;

namespace Vm.Proofs.Interpretation;

/// <summary>A value of an expression at one point of a run.</summary>
delegate Int128 Reader(Activation a);

/// <summary>What names mean at one point of a run.</summary>
/// <param name="state">The state now.</param>
/// <param name="names">Names of parameters, locals and bound variables.</param>
sealed class Activation(ConcreteState state, NameTable names)
{
    public ConcreteState State { get; } = state;

    /// <summary>The state at entry, for ensures clauses.</summary>
    public ConcreteState? Entry { get; init; }

    /// <summary>By number of the name, the value; for a ref local the number of its row.</summary>
    public Int128[] Values { get; init; } = new Int128[names.Count];

    /// <summary>The operation's result.</summary>
    public Int128? Result { get; set; }

    /// <summary>The same names in the state at entry.</summary>
    /// <exception cref="InterpretationException">The state at entry is not known.</exception>
    public Activation AtEntry() =>
        new(Entry ?? throw new InterpretationException("there is no state at entry"), names) { Entry = Entry, Values = Values, Result = Result };
}

/// <summary>Numbers the names of a body or clause.</summary>
sealed class NameTable
{
    readonly Dictionary<string, int> numbers = [];
    readonly Dictionary<string, string> aliases = [];

    public NameTable(IEnumerable<Binder> parameters)
    {
        foreach (var parameter in parameters) Declare(parameter.Name);
    }

    public int Count { get; private set; }

    /// <summary>The name means something else from here on.</summary>
    public int Declare(string name) => numbers[name] = Count++;

    /// <summary>The name means a row of the table.</summary>
    public int DeclareAlias(string name, string table)
    {
        aliases[name] = table;
        return Declare(name);
    }

    public int this[string name] => numbers.TryGetValue(name, out var number)
        ? number
        : throw new ComponentException($"{name} is not declared here");

    public string TableOfAlias(string name) => aliases[name];

    /// <summary>Binds a variable while its scope is compiled.</summary>
    public T Within<T>(string variable, Func<int, T> compile)
    {
        var hides = numbers.TryGetValue(variable, out var hidden);
        var result = compile(Declare(variable));
        if (hides) numbers[variable] = hidden;
        else numbers.Remove(variable);
        return result;
    }
}
