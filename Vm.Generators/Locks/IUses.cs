namespace Vm.Generators.Locks;

/// <summary>Who is shown the places that an expression or a statement uses, with what is known and held there.</summary>
interface IUses
{
    void UseGlobal(string name, bool write, LockState state);

    void UseField(BoundRow row, string field, bool write, LockState state);

    /// <summary>A quantifier or a list, which reads more rows than have names.</summary>
    void UseMany();
}
