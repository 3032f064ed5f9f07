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

    /// <summary>An event of a memory object (<c>VM_OBJECT_EVENT_*</c>): the index is the object's times 8 plus the event's.</summary>
    Object,

    /// <summary>Unprivileged allocation is allowed again (<c>vm_page_alloc_paused</c>).</summary>
    AllocPaused,
}
