using Vm.Vocabulary;

namespace Vm.Resident;

public sealed partial class ResidentModule<TMode>
{
    /// <summary><c>vm_page_setup</c>, broken: marks the pages free that it gives to nobody.</summary>
    [Operation(typeof(SetUpContract)), Mutant("marks the pages free and lists them nowhere")]
    void SetUpFreeingBody()
    {
        for (uint i = 0; i < s.PhysicalPages; i++)
        {
            Loop.Decreases((long)s.PhysicalPages - i);
            PageId mem = new PageId(i + 1);
            InitReserved(mem, new SegmentId(0));
            s.Pages[mem].Free = true;
        }
    }
}
