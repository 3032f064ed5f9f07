using Vm.Generators.Ir;

namespace Vm.Proofs.Interpretation;

/// <summary>What names mean at one point of an interpretation.</summary>
/// <param name="state">The state now.</param>
/// <param name="entry">The state at entry, for ensures clauses.</param>
sealed class Bindings(ConcreteState state, ConcreteState? entry = null)
{
    public ConcreteState State => state;

    /// <summary>Parameters, locals and bound variables.</summary>
    public Dictionary<string, Int128> Locals { get; private init; } = [];

    /// <summary>Ref locals: the row that each names.</summary>
    public Dictionary<string, (string Table, Int128 Row)> Aliases { get; private init; } = [];

    /// <summary>The operation's result, for ensures clauses.</summary>
    public Int128? Result { get; init; }

    /// <summary>The same names and one more.</summary>
    public Bindings With(Binder binder, Int128 value) => new(state, entry)
    {
        Locals = new(Locals) { [binder.Name] = value },
        Aliases = Aliases,
        Result = Result,
    };

    /// <summary>The same names in the state at entry.</summary>
    /// <exception cref="InterpretationException">The state at entry is not known.</exception>
    public Bindings AtEntry() => new(entry ?? throw new InterpretationException("there is no state at entry"), entry)
    {
        Locals = Locals,
        Aliases = Aliases,
        Result = Result,
    };
}
