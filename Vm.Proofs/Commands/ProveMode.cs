using Vm.Proofs.Printing;

namespace Vm.Proofs.Commands;

/// <summary>Something that <c>prove</c> does instead of proving, if its option is given.</summary>
/// <param name="Option">The option.</param>
/// <param name="Description">What it does, in a sentence.</param>
/// <param name="Run">Does it and returns the exit code.</param>
sealed record ProveMode(string Option, string Description, Func<ProveRequest, int> Run)
{
    /// <summary>The formats that it prints.</summary>
    public IReadOnlyList<ProofFormat> Formats { get; init; } = [ProofFormat.Text, ProofFormat.Json];

    /// <summary>Whether it can do a part of its work, for other machines to do the rest.</summary>
    public bool CanShard { get; init; }
}

/// <summary>What the user asked <c>prove</c> for.</summary>
/// <param name="Screen">Where to print.</param>
/// <param name="Subject">What to prove.</param>
/// <param name="Options">With which limits.</param>
/// <param name="Counterexamples">Folder for counterexamples; null if none was named.</param>
/// <param name="Format">How to print.</param>
sealed record ProveRequest(Screen Screen, Subject Subject, ProofOptions Options, string? Counterexamples, ProofFormat Format)
{
    /// <summary>File for the results, to be joined; null if none was named.</summary>
    public string? Out { get; init; }

    /// <summary>File for what the dearest obligations cost; null if none was named.</summary>
    public string? RecordCosts { get; init; }

    /// <summary>File for the facts that were enough; null if none was named.</summary>
    public string? RecordHints { get; init; }

    /// <summary>The output is one document for a program, so nothing else may be printed there.</summary>
    public bool Silent => Format != ProofFormat.Text;

    /// <summary>Whether that document is of the command's own format.</summary>
    public bool Json => Format == ProofFormat.Json;
}
