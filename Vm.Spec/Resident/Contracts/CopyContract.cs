using Vm.Vocabulary;

namespace Vm.Resident;

/// <summary>Contract of <c>vm_page_copy</c>.</summary>
[Contract]
public static partial class CopyContract
{
    /// <summary>Rows exist.</summary>
    [Requires("both pages exist")]
    public static bool NotNull(PageId source, PageId destination) => !source.IsNull && !destination.IsNull;

    /// <summary>The pages are pages.</summary>
    [Requires("the pages' kinds agree with their addresses")]
    public static bool AreWhole(ResidentState s, PageId source, PageId destination) =>
        ResidentInvariants.IsWhole(s, source) && ResidentInvariants.IsWhole(s, destination);
}
