namespace Vm.Resident;

/// <summary>The memory managers, as pageout reaches them.</summary>
public interface IPagers
{
    /// <summary>
    /// Whether the object is backed by the default pager, which is trusted to free what it is given
    /// (<c>memory_manager_default_port</c>). Internal objects are, without being asked for.
    /// </summary>
    bool IsDefault(ObjectId obj);

    /// <summary>
    /// Takes the contents of a page (<c>memory_object_data_return</c>). The caller holds no lock. When the manager has them, now or
    /// later, it ends the object <paramref name="copy"/> by <see cref="ResidentModule{TMode}.TerminateObject"/>, which frees the page.
    /// </summary>
    /// <param name="obj">The object that the page was in.</param>
    /// <param name="offset">Where it was, in bytes.</param>
    /// <param name="copy">A new object, which has the page at offset 0.</param>
    /// <param name="isDirty">The contents differ from what the manager has; otherwise they are only precious.</param>
    void DataReturn(ObjectId obj, ulong offset, ObjectId copy, bool isDirty);
}
