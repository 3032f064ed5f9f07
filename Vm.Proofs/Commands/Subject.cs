using Vm.Proofs.Exploration;
using Vm.Proofs.Printing;
using Vm.Proofs.Site;

namespace Vm.Proofs.Commands;

/// <summary>The component that a command is about, and what is known of it beyond its code.</summary>
sealed record Subject
{
    /// <summary>The command's name, as a user types it.</summary>
    public required string Command { get; init; }

    /// <summary>What the report is of.</summary>
    public string Title { get; init; } = "Proof";

    /// <summary>Reads the component.</summary>
    public required Func<Component> Load { get; init; }

    /// <summary>States that random runs begin with.</summary>
    public Func<Component, IReadOnlyList<object>> FirstStates { get; init; } = SmallStates.Of;

    /// <summary>States that the life of a row is followed from.</summary>
    public Func<Component, IReadOnlyList<object>> Starts { get; init; } = SmallStates.Lawful;

    /// <summary>Mutants that a reviewer let pass.</summary>
    public Func<ListedMutants> Listed { get; init; } = () => new ListedMutants();

    /// <summary>By which parts of the proof are made equal.</summary>
    public Func<RecordedCosts> Costs { get; init; } = () => new RecordedCosts();

    /// <summary>Which facts a proof tries first.</summary>
    public Func<RecordedHints> Hints { get; init; } = () => new RecordedHints();

    /// <summary>What the verb <c>prove</c> can do for this component besides what it can do for any.</summary>
    public IReadOnlyList<ProveMode> Modes { get; init; } = [];

    /// <summary>Pages of the report besides those that it has for any component.</summary>
    public Func<Screen, ProofOptions, IEnumerable<SitePage>> MorePages { get; init; } = (_, _) => [];

    /// <summary>Writes a counterexample in further forms: given the name of the file without its ending, tells what it wrote.</summary>
    public Func<string, Obligation, Counterexample, IEnumerable<string>> WriteAlso { get; init; } = (_, _, _) => [];
}
