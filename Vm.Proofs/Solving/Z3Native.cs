using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Microsoft.Z3;

namespace Vm.Proofs.Solving;

/// <summary>
/// The few native calls that the managed binding makes differently from the older native library: it creates contexts by
/// a function that 4.8.12 does not have.
/// </summary>
static class Z3Native
{
    [DllImport(Z3Library.ImportName, EntryPoint = "Z3_get_version")]
    public static extern void GetVersion(out uint major, out uint minor, out uint build, out uint revision);

    [DllImport(Z3Library.ImportName, EntryPoint = "Z3_mk_config")]
    public static extern IntPtr MakeConfig();

    [DllImport(Z3Library.ImportName, EntryPoint = "Z3_del_config")]
    public static extern void DeleteConfig(IntPtr config);

    [DllImport(Z3Library.ImportName, EntryPoint = "Z3_mk_context_rc")]
    public static extern IntPtr MakeContext(IntPtr config);

    [DllImport(Z3Library.ImportName, EntryPoint = "Z3_del_context")]
    public static extern void DeleteContext(IntPtr context);

    [UnsafeAccessor(UnsafeAccessorKind.Constructor)]
    public static extern Context Wrap(IntPtr nativeContext);
}
