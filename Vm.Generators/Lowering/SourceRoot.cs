using System.IO;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Vm.Generators.Lowering;

/// <summary>
/// The folder that source places are relative to: the one that the build names as <c>VmSourceRoot</c>, otherwise the one above
/// the project's.
/// </summary>
static class SourceRoot
{
    public static string? Of(AnalyzerConfigOptions options) =>
        options.TryGetValue("build_property.vmsourceroot", out var root) && root.Length > 0 ? root
        : options.TryGetValue("build_property.projectdir", out var project) ? Path.GetDirectoryName(project.TrimEnd('/', '\\'))
        : null;

    public static string Relative(string path, string? root)
    {
        var file = root is not null && path.StartsWith(root, StringComparison.Ordinal)
            ? path.Substring(root.Length).TrimStart('/', '\\')
            : Path.GetFileName(path);
        return file.Replace('\\', '/');
    }
}
