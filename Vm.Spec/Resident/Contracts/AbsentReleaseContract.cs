using Vm.Vocabulary;

namespace Vm.Resident;

/// <summary>Contract of <c>vm_object_absent_release</c>.</summary>
[Contract]
[MustHold(ResidentLock.Object, "obj")]
[Modifies("obj.AbsentCount", "obj.AllWanted")]
public static partial class AbsentReleaseContract
{
    /// <summary>The row exists.</summary>
    [Requires("the object exists")]
    public static bool NotNull(ObjectId obj) => !obj.IsNull;

    /// <summary>A page that is counted is absent no longer.</summary>
    [Requires("the object's absent_count is more than the number of its absent pages", WholeState = true)]
    public static bool CountsOneTooMany(ResidentState s, ObjectId obj) =>
        s.Objects[obj].AbsentCount > Spec.Count(s.Pages, p => s.Pages[p].Tabled && s.Pages[p].Absent && s.Pages[p].Object == obj);

    /// <summary>The object's count.</summary>
    [Ensures("the object's absent_count is one less")]
    public static bool OneFewer(ResidentState s, ObjectId obj) =>
        s.Objects[obj].AbsentCount == Spec.Old(s.Objects[obj].AbsentCount) - 1;

    /// <summary>Who waits for the count is told.</summary>
    [Ensures("nobody waits for absent_count any more, and all_wanted is as before otherwise")]
    public static bool NobodyWaits(ResidentState s, ObjectId obj) =>
        s.Objects[obj].AllWanted == ((Spec.Old(s.Objects[obj].AllWanted) & (1u << 3)) != 0
            ? Spec.Old(s.Objects[obj].AllWanted) & ~(1u << 3)
            : Spec.Old(s.Objects[obj].AllWanted));
}
