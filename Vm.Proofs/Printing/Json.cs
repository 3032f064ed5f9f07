using System.Text.Encodings.Web;
using System.Text.Json;
using Vm.Proofs.Commands;

namespace Vm.Proofs.Printing;

/// <summary>How every machine-readable report is written: snake case, indented, one document.</summary>
static class Json
{
    static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        WriteIndented = true,

        // Source text is shown as it stands; the report is not embedded in a page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void Write(TextWriter output, object report) =>
        output.WriteLine(JsonSerializer.Serialize(report, Options));

    /// <summary>In place of a report: why there is none.</summary>
    public static void WriteFailure(TextWriter output, Failure failure) => Write(output, new { Failure = failure.Message, failure.ExitCode });
}
