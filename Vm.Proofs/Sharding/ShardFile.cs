using System.Text.Json;
using System.Text.Json.Serialization;
using Vm.Proofs.Commands;

namespace Vm.Proofs.Sharding;

/// <summary>A part of a proof as a file, to be joined with the others.</summary>
/// <param name="Format">Tells such files from others, and releases from each other.</param>
/// <param name="Settings">Everything that was asked for and could change an outcome.</param>
/// <param name="Report">The part.</param>
sealed record ShardFile(string Format, string Settings, ProofReport Report)
{
    const string CurrentFormat = "vm-proof-part 1";

    static readonly JsonSerializerOptions json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    public static void Write(string file, ProofReport report, ProofOptions options) =>
        File.WriteAllText(file, JsonSerializer.Serialize(new ShardFile(CurrentFormat, SettingsOf(options), report), json));

    /// <exception cref="UsageException">There is no such file, or it is something else.</exception>
    public static ShardFile Read(string file)
    {
        try
        {
            var read = JsonSerializer.Deserialize<ShardFile>(File.ReadAllText(file), json);
            return read is { Format: CurrentFormat, Report.Part: not null } ? read : throw new JsonException($"it does not say '{CurrentFormat}'");
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{file} cannot be read: {cause.Message}");
        }
        catch (JsonException cause)
        {
            throw new UsageException($"{file} is not what prove --shard writes with --out: {cause.Message}");
        }
    }

    static string SettingsOf(ProofOptions options) =>
        $"operation {options.Operation ?? "any"}, seed {options.Seed}, timeout {options.Timeout.TotalMilliseconds} ms, resource limit {options.ResourceLimit}";
}
