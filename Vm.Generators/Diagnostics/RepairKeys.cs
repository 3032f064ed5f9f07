namespace Vm.Generators.Diagnostics;

/// <summary>Properties by which a diagnostic about locks tells the code fixes what would repair it.</summary>
static class RepairKeys
{
    /// <summary>The contract's name.</summary>
    public const string Contract = nameof(Contract);

    /// <summary>An attribute that the contract needs, for example <c>MustHold(Locks.Row, "row")</c>.</summary>
    public const string Add = nameof(Add);

    /// <summary>An attribute that the contract does not need.</summary>
    public const string Remove = nameof(Remove);

    /// <summary>A lock to take around the statement, behind the name of the state: <c>.Rows[row].Lock</c>; in it, <c>~</c> is that name.</summary>
    public const string Take = nameof(Take);

    /// <summary>The attribute that the contract needs if the lock is taken.</summary>
    public const string Tell = nameof(Tell);
}
