using Vm.Vocabulary;

namespace Vm.Resident;

/// <summary>Contract of <c>vm_page_lookup</c>.</summary>
[Contract]
[MustHold(ResidentLock.Object, "obj")]
[Acquires(ResidentLock.Bucket)]
public static partial class LookupContract
{
    /// <summary>The row exists.</summary>
    [Requires("the object exists")]
    public static bool NotNull(ObjectId obj) => !obj.IsNull;

    /// <summary>What is found is right.</summary>
    [Ensures("a page that is found is tabled under the object and offset")]
    public static bool Finds(ResidentState s, ObjectId obj, ulong offset) =>
        Spec.Result<PageId>().IsNull
        || (s.Pages[Spec.Result<PageId>()].Tabled
            && s.Pages[Spec.Result<PageId>()].Object == obj && s.Pages[Spec.Result<PageId>()].Offset == offset);

    /// <summary>What is there is found.</summary>
    [Ensures("if no page is found, none is tabled under the object and offset", WholeState = true)]
    public static bool FindsAll(ResidentState s, ObjectId obj, ulong offset) =>
        !Spec.Result<PageId>().IsNull
        || !Spec.Exists(s.Pages, q => s.Pages[q].Tabled && s.Pages[q].Object == obj && s.Pages[q].Offset == offset);
}
