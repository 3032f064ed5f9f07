using Vm.Vocabulary;

namespace Vm.Resident;

/// <summary>Contract of <c>vm_page_zero_fill</c>.</summary>
[Contract]
public static partial class ZeroFillContract
{
    /// <summary>The row exists.</summary>
    [Requires("the page exists")]
    public static bool NotNull(PageId mem) => !mem.IsNull;

    /// <summary>The page is a page.</summary>
    [Requires("the page's kind agrees with its address")]
    public static bool IsWhole(ResidentState s, PageId mem) => ResidentInvariants.IsWhole(s, mem);
}
