using Vm.Vocabulary;

namespace Vm.Resident;

/// <summary>A bucket of the virtual-to-physical table (<c>vm_page_bucket_t</c>).</summary>
[Row]
public partial struct Bucket
{
    /// <summary>The bucket's lock. Lookups do not take it: a write to it would cost more than the walk.</summary>
    [LockClass(ResidentLock.Bucket)]
    public SequenceLock Lock;

    /// <summary>The first page of the chain.</summary>
    [GuardedBy(ResidentLock.Bucket)]
    public PageId First;
}
