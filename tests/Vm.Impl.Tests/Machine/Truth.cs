using System.Text.Json.Nodes;

namespace Vm.Tests.Machine;

/// <summary>What a trace contains, counted by a program that is not this one.</summary>
sealed class Truth(string trace)
{
    readonly JsonNode root = JsonNode.Parse(File.ReadAllText(TestData.PathOf($"{trace}.truth.json")))!;

    public string TraceFile { get; } = TestData.PathOf($"{trace}.lackey.gz");

    public JsonNode this[string key] => root[key]!;

    public int Faults(string policy, int frames) => (int)root[policy]![frames.ToString()]!["faults"]!;
}
