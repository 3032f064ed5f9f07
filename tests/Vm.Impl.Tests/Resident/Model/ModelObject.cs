using Vm.Resident;

namespace Vm.Tests.Resident.Model;

/// <summary>A memory object as its users think of it.</summary>
sealed class ModelObject(bool isInternal)
{
    public bool IsInternal { get; } = isInternal;

    /// <summary>Its pages, the one entered first in front.</summary>
    public List<PageId> Pages { get; } = [];

    public ulong LastAlloc { get; set; }

    public int AbsentCount { get; set; }

    /// <summary>Somebody waits for the count of absent pages to fall.</summary>
    public bool AbsentWanted { get; set; }
}
