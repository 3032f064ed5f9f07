using System.Reflection;

namespace Vm.Vocabulary;

/// <summary>Where clauses and operations stand in the sources, as the maps beside the assemblies' representations say.</summary>
static class SourcePlaces
{
    /// <summary>The place of the first of the names that one of the types' assemblies has; empty if none has one.</summary>
    public static string Find(IEnumerable<string> names, params Type[] near)
    {
        var lines = near.Select(type => type.Assembly).Distinct().SelectMany(MapOf).ToList();
        foreach (var name in names)
        {
            if (lines.Find(line => line.StartsWith($"{name}\t0\t", StringComparison.Ordinal)) is { } found)
            {
                var parts = found.Split('\t');
                return $"{parts[2]}({parts[3]},{parts[4].TrimEnd()})";
            }
        }

        return "";
    }

    static string[] MapOf(Assembly assembly) =>
        assembly.GetCustomAttribute<IrCarrierAttribute>()?.Carrier.GetProperty("Map")?.GetValue(null) is string map ? map.Split('\n') : [];
}
