namespace Vm.Vocabulary;

/// <summary>Which lock: its class and, for a lock of a row, where the row stands. Rows are never moved.</summary>
/// <param name="Class">The lock class.</param>
/// <param name="Address">The address of the lock; 0 for a lock of the state itself, of which there is one.</param>
public readonly record struct LockId(LockClass Class, nint Address)
{
    internal static LockId Of<T>(int code, ref T word)
    {
        var lockClass = LockClass.WithCode(code);
        return new(lockClass, lockClass.IsOfRows ? TableMemory.AddressOf(ref word) : 0);
    }

    /// <inheritdoc/>
    public override string ToString() => Class.Name;
}
