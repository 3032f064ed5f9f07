using System.Text.Json.Nodes;

namespace Vm.Transcripts;

/// <summary>What an operation of the component did.</summary>
/// <param name="Result">What it returned, without what the allocator's policy decides.</param>
/// <param name="Changes">Every value that is different after it.</param>
/// <param name="Events">What it asked of its neighbours, in order.</param>
sealed record ObservedEffect(JsonNode? Result, IReadOnlyList<Change> Changes, IReadOnlyList<string> Events);
