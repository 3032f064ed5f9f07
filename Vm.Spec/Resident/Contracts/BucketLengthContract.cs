using Vm.Vocabulary;

namespace Vm.Resident;

/// <summary>Contract of counting a bucket, as <c>vm_page_info</c> does.</summary>
[Contract]
[Acquires(ResidentLock.Bucket)]
public static partial class BucketLengthContract;
