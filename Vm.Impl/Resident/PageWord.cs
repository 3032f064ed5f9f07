namespace Vm.Resident;

/// <summary>The words that the kernel debugger has for a page's state.</summary>
enum PageWord : byte
{
    Active,
    Inactive,
    Loose,
    Free,
    Laundry,
    Dirty,
    Clean,
    Busy,
    Absent,
    Error,
    Fictitious,
    Private,
    Wanted,
    NotTabled,
}
