namespace Vm.Machine;

/// <summary>A machine's pages at one moment of a run.</summary>
/// <param name="Records">Records that have been run.</param>
/// <param name="Resident">Pages of programs.</param>
/// <param name="Active">Pages on the active queue.</param>
/// <param name="Inactive">Pages on the inactive queue.</param>
/// <param name="Wired">Wired pages, page tables among them.</param>
/// <param name="Free">Frames for programs that hold nothing.</param>
/// <param name="Faults">Page faults up to then.</param>
public sealed record MachineSample(long Records, int Resident, int Active, int Inactive, int Wired, int Free, long Faults);
