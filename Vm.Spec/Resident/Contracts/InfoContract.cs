using Vm.Vocabulary;

namespace Vm.Resident;

/// <summary>Contract of <c>vm_page_info</c>, which changes nothing.</summary>
[Contract]
[Acquires(ResidentLock.Bucket)]
public static partial class InfoContract
{
    /// <summary>How many buckets there are.</summary>
    [Ensures("the result is the number of buckets")]
    public static bool IsBucketCount(ResidentState s) => Spec.Result<uint>() == s.HashMask + 1;
}
