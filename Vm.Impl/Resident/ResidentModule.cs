using Vm.Kernel;
using Vm.Vocabulary;

namespace Vm.Resident;

/// <summary>
/// The resident-page module (<c>vm/vm_resident.c</c>). Each operation is a file of this folder: its body is written by hand, the
/// public operation around it is woven from its contract.
/// </summary>
/// <typeparam name="TMode">How much is checked while it runs: <see cref="Off"/>, <see cref="Locks"/>, <see cref="Contracts"/> or <see cref="Full"/>.</typeparam>
/// <param name="state">The module's state; <see cref="Bootstrap(IReadOnlyList{Vm.Physical.BootSegment}, Vm.Physical.BootOptions, IPhysicalMap?, IEvents?, IModuleEvents?)"/> makes one.</param>
/// <param name="map">The machine layer, or none.</param>
/// <param name="events">Where threads sleep and are woken.</param>
/// <param name="observer">Told what the module asks of its neighbours, or none.</param>
public sealed partial class ResidentModule<TMode>(
    ResidentState state, IPhysicalMap? map = null, IEvents? events = null, IModuleEvents? observer = null)
    where TMode : struct, ICheckMode
{
    readonly ResidentState s = TMode.Locks ? Watched(state) : state;
    readonly IPhysicalMap map = map ?? new NoPhysicalMap();
    readonly IEvents events = events ?? new Events();
    readonly IModuleEvents? observer = observer;

    /// <summary>The module's state.</summary>
    public ResidentState State => s;

    /// <summary>Where threads sleep and are woken.</summary>
    public IEvents Events => events;

    [External]
    static bool IsPrivileged() => KernelThread.VmPrivilege;

    [External]
    static uint Processor() => KernelThread.Processor;

    [External]
    void PageoutStart() => observer?.PageoutStart();

    [External]
    void PageoutResume() => observer?.PageoutResume();
}
