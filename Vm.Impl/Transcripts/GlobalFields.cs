using Vm.Resident;

namespace Vm.Transcripts;

/// <summary>The module's global variables.</summary>
static class GlobalFields
{
    public static FieldTable<ResidentState> All { get; } = new(
        "the module",
        Count("vm_page_active_count", s => s.ActiveCount, (s, value) => s.ActiveCount = value),
        Count("vm_page_inactive_count", s => s.InactiveCount, (s, value) => s.InactiveCount = value),
        Count("vm_page_wire_count", s => s.WireCount, (s, value) => s.WireCount = value),
        Count("vm_page_fictitious_count", s => s.FictitiousCount, (s, value) => s.FictitiousCount = value),
        Count("vm_object_external_count", s => s.ExternalCount, (s, value) => s.ExternalCount = value),
        Count("vm_object_external_pages", s => s.ExternalPages, (s, value) => s.ExternalPages = value),
        Count("vm_page_laundry_count", s => s.LaundryCount, (s, value) => s.LaundryCount = value),
        Count("vm_page_external_laundry_count", s => s.ExternalLaundryCount, (s, value) => s.ExternalLaundryCount = value),
        new("vm_page_deactivate_behind", FieldKind.Flag, 1,
            (ref readonly s) => s.DeactivateBehind ? 1u : 0, (ref s, value) => s.DeactivateBehind = value != 0));

    static Field<ResidentState> Count(string name, Func<ResidentState, int> read, Action<ResidentState, int> write) => new(
        name,
        FieldKind.Signed,
        0,
        (ref readonly s) => unchecked((ulong)read(s)),
        (ref s, value) => write(s, unchecked((int)value)));
}
