using Vm.Vocabulary;

namespace Vm.Resident;

/// <summary>Contract of <c>vm_page_print</c>, which changes nothing.</summary>
[Contract]
public static partial class PrintContract
{
    /// <summary>The row exists.</summary>
    [Requires("the page exists")]
    public static bool NotNull(PageId mem) => !mem.IsNull;
}
