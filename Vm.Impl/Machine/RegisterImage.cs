using System.Text.Json;
using Vm.Paging;

namespace Vm.Machine;

/// <summary>The registers that decide translation, as the processor holds them (Intel SDM volume 3A, sections 2.2.1 and 2.5).</summary>
/// <param name="Mode">How the machine pages: <c>i386</c>, <c>pae</c> or <c>x86_64</c>.</param>
/// <param name="Cr0">PE, ET, WP and PG.</param>
/// <param name="Cr3">The physical address of the root table.</param>
/// <param name="Cr4">PSE, PAE, PGE, SMEP and SMAP.</param>
/// <param name="Efer">LME, LMA and NXE.</param>
public sealed record RegisterImage(string Mode, ulong Cr0, ulong Cr3, ulong Cr4, ulong Efer)
{
    const ulong ProtectionEnable = 1, ExtensionType = 1 << 4, WriteProtect = 1 << 16, Paging = 1UL << 31;
    const ulong PageSizeExtensions = 1 << 4, PhysicalAddressExtension = 1 << 5, PageGlobalEnable = 1 << 7, Smep = 1 << 20, Smap = 1 << 21;
    const ulong LongModeEnable = 1 << 8, LongModeActive = 1 << 10, NoExecuteEnable = 1 << 11;

    /// <summary>How it is written.</summary>
    internal static JsonSerializerOptions Format { get; } = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, WriteIndented = true };

    /// <summary>The registers with the control bits that a machine runs with.</summary>
    public static RegisterImage Of<TPaging>(in ControlRegisters control) where TPaging : struct, IPagingMode => new(
        TPaging.Name,
        ProtectionEnable | ExtensionType | Paging | (control.WriteProtect ? WriteProtect : 0),
        control.Cr3,
        (TPaging.EntrySize == sizeof(uint) ? 0 : PhysicalAddressExtension) | (control.PageSizeExtensions ? PageSizeExtensions : 0)
        | (control.GlobalEnable ? PageGlobalEnable : 0) | (control.Smep ? Smep : 0) | (control.Smap ? Smap : 0),
        (TPaging.AddressBits > 32 ? LongModeEnable | LongModeActive : 0) | (TPaging.HasNoExecute && control.NoExecuteEnable ? NoExecuteEnable : 0));
}
