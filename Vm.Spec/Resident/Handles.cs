using Vm.Vocabulary;

namespace Vm.Resident;

/// <summary>A page descriptor (<c>vm_page_t</c>); 0 is <c>VM_PAGE_NULL</c>.</summary>
[Handle(Nullable = true)]
public readonly record struct PageId(uint V) : IHandle<PageId>
{
    /// <inheritdoc/>
    public static bool IsNullable => true;

    /// <summary>Whether this is <c>VM_PAGE_NULL</c>.</summary>
    public bool IsNull => V == 0;

    /// <inheritdoc/>
    public static PageId Of(uint index) => new(index);

    /// <inheritdoc/>
    public override string ToString() => IsNull ? "no page" : $"page {V}";
}

/// <summary>A memory object (<c>vm_object_t</c>); 0 is <c>VM_OBJECT_NULL</c>.</summary>
[Handle(Nullable = true)]
public readonly record struct ObjectId(uint V) : IHandle<ObjectId>
{
    /// <inheritdoc/>
    public static bool IsNullable => true;

    /// <summary>Whether this is <c>VM_OBJECT_NULL</c>.</summary>
    public bool IsNull => V == 0;

    /// <inheritdoc/>
    public static ObjectId Of(uint index) => new(index);

    /// <inheritdoc/>
    public override string ToString() => IsNull ? "no object" : $"object {V}";
}

/// <summary>A bucket of the virtual-to-physical hash table; every value names one.</summary>
[Handle]
public readonly record struct BucketId(uint V) : IHandle<BucketId>
{
    /// <inheritdoc/>
    public static bool IsNullable => false;

    /// <inheritdoc/>
    public static BucketId Of(uint index) => new(index);

    /// <inheritdoc/>
    public override string ToString() => $"bucket {V}";
}

/// <summary>A free list, see <see cref="FreeLists"/>; every value names one.</summary>
[Handle]
public readonly record struct FreeListId(uint V) : IHandle<FreeListId>
{
    /// <inheritdoc/>
    public static bool IsNullable => false;

    /// <inheritdoc/>
    public static FreeListId Of(uint index) => new(index);

    /// <inheritdoc/>
    public override string ToString() => $"free list {V}";
}

/// <summary>A paging queue; every value names one.</summary>
[Handle]
public readonly record struct QueueId(uint V) : IHandle<QueueId>
{
    /// <inheritdoc/>
    public static bool IsNullable => false;

    /// <inheritdoc/>
    public static QueueId Of(uint index) => new(index);

    /// <inheritdoc/>
    public override string ToString() => $"queue {V}";
}

/// <summary>A physical segment (<c>VM_PAGE_SEG_*</c>); every value names one.</summary>
[Handle]
public readonly record struct SegmentId(uint V) : IHandle<SegmentId>
{
    /// <inheritdoc/>
    public static bool IsNullable => false;

    /// <inheritdoc/>
    public static SegmentId Of(uint index) => new(index);

    /// <inheritdoc/>
    public override string ToString() => $"segment {V}";
}

/// <summary>The page pool of a processor for a segment; every value names one.</summary>
[Handle]
public readonly record struct PoolId(uint V) : IHandle<PoolId>
{
    /// <inheritdoc/>
    public static bool IsNullable => false;

    /// <inheritdoc/>
    public static PoolId Of(uint index) => new(index);

    /// <inheritdoc/>
    public override string ToString() => $"pool {V}";
}
