namespace Vm.Vocabulary;

/// <summary>
/// The name of a row in a <see cref="Table{THandle,TRow}"/>. Implemented by a <c>readonly record struct</c> with one
/// <c>uint V</c>.
/// </summary>
/// <typeparam name="TSelf">The implementing type.</typeparam>
public interface IHandle<TSelf> where TSelf : struct, IHandle<TSelf>
{
    /// <summary>Index of the row.</summary>
    uint V { get; }

    /// <summary>Whether index 0 means "none".</summary>
    static abstract bool IsNullable { get; }

    /// <summary>The handle of a row.</summary>
    static abstract TSelf Of(uint index);
}
