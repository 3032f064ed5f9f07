namespace Vm.Resident;

/// <summary>What becomes of a page that was chosen for eviction.</summary>
public enum Reclamation
{
    /// <summary>It was used again and has another chance.</summary>
    Reactivated,

    /// <summary>Nobody needs its contents; it is free.</summary>
    Freed,

    /// <summary>It is off the queues and its contents must go to a pager.</summary>
    MustBeCleaned,
}
