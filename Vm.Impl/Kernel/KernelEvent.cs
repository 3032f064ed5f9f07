namespace Vm.Kernel;

/// <summary>What a thread can wait for: the original's event addresses, as a kind and an index.</summary>
/// <param name="Kind">The kind of thing.</param>
/// <param name="Index">Which one of the kind.</param>
public readonly record struct KernelEvent(EventKind Kind, uint Index);

/// <summary>Kinds of events.</summary>
public enum EventKind
{
    /// <summary>A page is no longer busy.</summary>
    Page,

    /// <summary>An object's count of absent pages fell.</summary>
    AbsentCount,
}
