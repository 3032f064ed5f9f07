using Vm.Resident;

namespace Vm.Machine;

/// <summary>A memory object of address spaces, by its holders, and the one behind it that has the pages which it does not have.</summary>
/// <param name="id">The object.</param>
/// <param name="backing">The object that was forked, if it was; its pages are copied before they are written (<c>shadow</c>).</param>
sealed class ShadowObject(ObjectId id, ShadowObject? backing)
{
    public ObjectId Id { get; } = id;

    public ShadowObject? Backing { get; } = backing;

    /// <summary>Address spaces and objects that have it.</summary>
    public int Holders { get; set; } = 1;
}
