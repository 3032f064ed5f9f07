using Vm.Kernel;

namespace Vm.Resident;

public sealed partial class ResidentModule<TMode>
{
    /// <summary>The structures of pages that have no memory of the module's (<c>vm_page_cache</c>). None is ever given back.</summary>
    SlabCache? pageCache;

    /// <summary>Makes the slab cache of page structures, once memory can be allocated (<c>vm_page_module_init</c>).</summary>
    void ModuleInit() => pageCache = new("vm_page", s.PhysicalPages + 1, s.Pages.Count - (int)s.PhysicalPages);
}
