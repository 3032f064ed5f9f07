using Vm.Generators.Ir;

namespace Vm.Proofs.Interpretation;

/// <summary>
/// Sees what an interpreted body does, and may stop it by an <see cref="InterpretationException"/>. A watcher has the members that it looks at.
/// </summary>
interface IWatcher
{
    /// <summary>A statement is about to run.</summary>
    void Step(Stmt statement)
    {
    }

    /// <summary>A part of a condition was found true or false.</summary>
    void Finds(Expr part, bool holds)
    {
    }

    /// <summary>An operation is called from inside of another.</summary>
    void Calls(OperationItem operation, Int128[] arguments, ConcreteState state)
    {
    }

    /// <summary>The operation that was called returned; one that fails does not.</summary>
    void Returns(OperationItem operation, ConcreteState state)
    {
    }

    /// <summary>A method of the world outside was called.</summary>
    void CallsOutside(ExternalItem method, Int128[] arguments)
    {
    }

    /// <summary>A lock is taken.</summary>
    void Takes(LockInstance taken)
    {
    }

    /// <summary>A lock is given back.</summary>
    void GivesBack(LockInstance given)
    {
    }

    /// <summary>A field or scalar is read or written that this one lock protects.</summary>
    void Uses(LockInstance guard, string place)
    {
    }
}

/// <summary>One lock: of the state, or of a row.</summary>
/// <param name="LockClass">Member of the lock order.</param>
/// <param name="Table">The table; null for a lock of the state.</param>
/// <param name="Row">The row.</param>
readonly record struct LockInstance(string LockClass, string? Table, Int128 Row)
{
    public override string ToString() => Table is null ? LockClass : $"{LockClass} of {Table}[{Row}]";
}
