namespace Vm.Resident;

public sealed partial class ResidentModule<TMode>
{
    /// <summary>The selector for memory that the kernel reaches directly (<c>VM_PAGE_SEL_DIRECTMAP</c>).</summary>
    const uint DirectMap = 2;
}
