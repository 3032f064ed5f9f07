using System.Text.Json.Nodes;

namespace Vm.Transcripts;

/// <summary>A line of a transcript: one operation and what it did, or how it stopped.</summary>
/// <param name="Place">The line.</param>
/// <param name="Operation">The operation.</param>
/// <param name="Arguments">Its arguments, checked.</param>
/// <param name="Effect">What it did; null if it stopped.</param>
/// <param name="Stop">How it stopped; null if it did not.</param>
sealed record RecordedOperation(
    LinePlace Place, ReplayOperation Operation, Node Arguments, RecordedEffect? Effect, string? Stop);

/// <summary>What an operation did.</summary>
/// <param name="Result">What it returned.</param>
/// <param name="Changes">Every value that is different after it.</param>
/// <param name="Events">What it asked of its neighbours, in order.</param>
sealed record RecordedEffect(JsonNode? Result, IReadOnlyList<RecordedChange> Changes, IReadOnlyList<string> Events);

/// <summary>A value that is different after an operation.</summary>
/// <param name="Subject">The pages or the object; null for a global variable.</param>
/// <param name="Field">The C name.</param>
/// <param name="Value">The value after it.</param>
readonly record struct RecordedChange(NameRange? Subject, string Field, string Value);
