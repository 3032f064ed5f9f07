namespace Vm.Resident;

public sealed partial class ResidentModule<TMode>
{
    /// <summary>Makes a memory object without pages.</summary>
    /// <param name="isInternal">The kernel pages it; otherwise a memory manager does.</param>
    /// <param name="size">Its size in bytes.</param>
    /// <exception cref="InvalidOperationException">All objects of the state are alive.</exception>
    public ObjectId CreateObject(bool isInternal, ulong size)
    {
        foreach (var obj in s.Objects)
        {
            ref MemoryObject candidate = ref s.Objects[obj];
            if (candidate.Alive) continue;

            candidate = new MemoryObject { Alive = true, Internal = isInternal, Size = size };
            return obj;
        }

        throw new InvalidOperationException($"all {s.Objects.Count} objects are alive; bootstrap the module with more");
    }
}
