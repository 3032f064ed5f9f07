using System.Runtime.CompilerServices;
using Vm.Resident;
using Vm.Vocabulary;

namespace Vm.Benchmarks;

/// <summary>The hand-written bodies, called past the woven operations: what the off mode is measured against.</summary>
static class Bodies<TMode>
    where TMode : struct, ICheckMode
{
    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "InsertBody")]
    public static extern void Insert(ResidentModule<TMode> module, PageId mem, ObjectId obj, ulong offset);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "RemoveBody")]
    public static extern void Remove(ResidentModule<TMode> module, PageId mem);
}
