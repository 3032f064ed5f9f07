using Vm.Generators.Ir;

namespace Vm.Generators.Locks;

/// <summary>The rules about locks, each with its diagnostic.</summary>
enum LockRule
{
    UnguardedUse,
    MissingAtCall,
    HeldAlready,
    OutOfOrder,
    NotHeld,
    WrongOnReturn,
    LoopChangesLocks,
    Unclaimed,
    IdleClause,
    ConstantWritten,
    NotOwned,
    UnkeptResult,
}

/// <summary>A rule that an operation breaks.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Path">The statement of the operation, and those of the helpers that it leads through; empty: the contract itself.</param>
/// <param name="Texts">What the rule's message has to say.</param>
sealed record LockFinding(LockRule Rule, string Operation, IReadOnlyList<Stmt> Path, IReadOnlyList<string> Texts);
