namespace Vm.Proofs.Solving;

/// <summary>The solver's answer to a condition.</summary>
enum Answer
{
    /// <summary>The condition holds.</summary>
    Holds,

    /// <summary>The facts given do not imply the condition.</summary>
    DoesNotFollow,

    /// <summary>A limit was reached.</summary>
    OutOfResource,

    /// <summary>The solver gave up.</summary>
    GaveUp,

    /// <summary>The solver failed.</summary>
    Failed,
}
