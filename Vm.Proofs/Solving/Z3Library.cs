using System.Diagnostics;
using System.Reflection;
using System.Runtime.InteropServices;
using Microsoft.Z3;
using Version = System.Version;

namespace Vm.Proofs.Solving;

/// <summary>
/// Finds the native solver. Systems ship it under several names and the managed binding asks for one, so the name is
/// resolved here.
/// </summary>
static class Z3Library
{
    /// <summary>The name by which the managed binding imports the native library.</summary>
    public const string ImportName = "libz3";

    /// <summary>Environment variable that names the native library, where the system's is not wanted.</summary>
    public const string Variable = "VM_Z3";

    static readonly Version oldest = new(4, 8, 12);
    static readonly Version firstUntried = new(5, 0);
    static readonly string[] candidates = ["libz3.so.4", "libz3.so", "libz3.dylib", "libz3.dll", "libz3"];
    static readonly Lazy<SolverInfo> loaded = new(LoadOnce);
    static IntPtr handle;

    /// <exception cref="SolverNotFoundException">The library is missing or of a version that is not supported.</exception>
    public static SolverInfo Load() => loaded.Value;

    /// <summary>Refuses versions that the encoding was not tried with.</summary>
    public static void RequireSupported(Version version, string path)
    {
        if (version < oldest || version >= firstUntried)
        {
            throw new SolverNotFoundException(
                $"The Z3 library {path} has version {version}; supported are {oldest} and newer, below {firstUntried}. "
                + "On Debian or Ubuntu: apt-get install -y libz3-4");
        }
    }

    /// <summary>Tries the names in turn.</summary>
    public static IntPtr LoadFirst(IReadOnlyList<string> names, Assembly assembly)
    {
        foreach (var name in names)
        {
            if (NativeLibrary.TryLoad(name, assembly, null, out var found)) return found;
        }

        throw new SolverNotFoundException(
            $"The Z3 library ({string.Join(", ", names)}) is not installed. On Debian or Ubuntu: apt-get install -y libz3-4; "
            + $"elsewhere install Z3 4.8.12 or newer so that the loader finds it, or name the library in {Variable}.");
    }

    static SolverInfo LoadOnce()
    {
        var binding = typeof(Context).Assembly;
        var given = Environment.GetEnvironmentVariable(Variable);
        handle = LoadFirst(given is { Length: > 0 } ? [given] : candidates, binding);
        NativeLibrary.SetDllImportResolver(binding, Resolve);
        NativeLibrary.SetDllImportResolver(typeof(Z3Library).Assembly, Resolve);

        Z3Native.GetVersion(out var major, out var minor, out var build, out _);
        var info = new SolverInfo("Z3", new Version((int)major, (int)minor, (int)build), PathOfLibrary());
        RequireSupported(info.Version, info.Path);
        return info;
    }

    static IntPtr Resolve(string name, Assembly assembly, DllImportSearchPath? path) =>
        name == ImportName ? handle : IntPtr.Zero;

    static string PathOfLibrary() =>
        Process.GetCurrentProcess().Modules
            .Cast<ProcessModule>()
            .FirstOrDefault(module => module.ModuleName.Contains("libz3", StringComparison.OrdinalIgnoreCase)
                && !module.ModuleName.EndsWith("Microsoft.Z3.dll", StringComparison.OrdinalIgnoreCase))
            ?.FileName ?? ImportName;
}
