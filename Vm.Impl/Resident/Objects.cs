using Vm.Vocabulary;

namespace Vm.Resident;

public sealed partial class ResidentModule<TMode>
{
    /// <summary>Makes a memory object without pages (<c>vm_object_allocate</c>).</summary>
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
            if (!isInternal) s.ExternalCount++;
            return obj;
        }

        throw new InvalidOperationException($"all {s.Objects.Count} objects are alive; bootstrap the module with more");
    }

    /// <summary>Ends an object, which has no pages any more (the end of <c>vm_object_terminate</c>).</summary>
    public void DestroyObject(ObjectId obj)
    {
        ref MemoryObject owner = ref s.Objects[obj];
        if (!owner.First.IsNull) Check.Panic("vm_object_terminate", "an object that ends has no pages", obj);

        owner.Alive = false;
        if (!owner.Internal) s.ExternalCount--;
    }
}
