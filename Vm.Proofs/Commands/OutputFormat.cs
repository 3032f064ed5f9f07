namespace Vm.Proofs.Commands;

/// <summary>How results are printed.</summary>
enum OutputFormat
{
    /// <summary>For a reader.</summary>
    Text,

    /// <summary>For a program.</summary>
    Json,
}
