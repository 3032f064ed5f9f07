using Vm.Proofs.Commands;

namespace Vm.Proofs.Printing;

/// <summary>A proof in the format that was asked for.</summary>
static class ProofReports
{
    public static void Write(Screen screen, string command, ProofReport report, ProofFormat format, int exitCode)
    {
        switch (format)
        {
            case ProofFormat.Json:
                ProofJson.Write(screen.Out, report);
                break;
            case ProofFormat.Sarif:
                SarifReports.Write(screen.Out, report, exitCode);
                break;
            case ProofFormat.Junit:
                JUnitReports.Write(screen.Out, report);
                break;
            case ProofFormat.Github:
                GitHubReports.Write(screen.Out, report);
                break;
            default:
                ProofText.Write(screen, command, report);
                break;
        }
    }

    /// <summary>Says where a program looks for the proof that there is none, and why.</summary>
    public static void WriteFailure(TextWriter output, Failure failure, ProofFormat format)
    {
        switch (format)
        {
            case ProofFormat.Json:
                Json.WriteFailure(output, failure);
                break;
            case ProofFormat.Sarif:
                SarifReports.WriteFailure(output, failure);
                break;
            case ProofFormat.Junit:
                JUnitReports.WriteFailure(output, failure);
                break;
            case ProofFormat.Github:
                GitHubReports.WriteFailure(output, failure);
                break;
        }
    }
}
