extern alias aswritten;

using Vm.Cli.Commands;
using Vm.Cli.Site;
using Vm.Physical;
using Vm.Proofs;
using Vm.Proofs.Commands;
using Vm.Resident;
using Vm.Vocabulary;

namespace Vm.Cli;

/// <summary>What the command is about: the code that it also runs.</summary>
static class Shipped
{
    const string ListResource = "listed-mutants.txt";
    const string CostsResource = "recorded-costs.txt";
    const string HintsResource = "recorded-hints.txt";

    /// <summary>The specification and the resident-page module.</summary>
    public static Component Component() =>
        Proofs.Component.Load(typeof(ResidentState).Assembly, typeof(ResidentModule<>).Assembly);

    /// <summary>The same specification over a module with operations in the original's order of statements, where the original breaks it.</summary>
    public static Component AsWritten() =>
        Proofs.Component.Load(typeof(ResidentState).Assembly, typeof(aswritten::Vm.Resident.ResidentModule<>).Assembly);

    /// <summary>What the verbs that prove know of the module.</summary>
    public static Subject Subject { get; } = new()
    {
        Command = "vm",
        Load = Component,
        FirstStates = _ => Cli.FirstStates.All(),
        Starts = _ => Starts(),
        Listed = Listed,
        Costs = Costs,
        Hints = Hints,
        Title = "Vm: the resident-page module",
        MorePages = ShippedPages.Of,
        Modes = [new("--as-written", "Refute the original's operations that break the specification instead.", Commands.AsWritten.Run) { Formats = [ProofFormat.Text, ProofFormat.Json, ProofFormat.Sarif] }],
        WriteAlso = CounterexampleTranscripts.Write,
    };

    /// <summary>
    /// Small modules after boot, with an object of each kind: some memory is free or none, some pages are without memory or none.
    /// </summary>
    static IReadOnlyList<object> Starts() => [Start(2, 1, 0), Start(1, 0, 1), Start(2, 2, 0), Start(1, 1, 1)];

    static ResidentState Start(int frames, int taken, int fictitious)
    {
        var options = new BootOptions
        {
            Objects = 2,
            FictitiousPages = fictitious,
            Targets = new FreeTargets(0, 0, 0),
            Buckets = Cli.FirstStates.FewBuckets(frames),
        };
        var module = ResidentModule<Off>.Bootstrap([new BootSegment(0, (ulong)frames, (ulong)taken)], options);
        module.CreateObject(isInternal: true, ResidentState.PageSize);
        module.CreateObject(isInternal: false, ResidentState.PageSize);
        return module.State;
    }

    static ListedMutants Listed() => new(Text(ListResource));

    static RecordedCosts Costs() => new(Text(CostsResource).Split('\n'));

    static RecordedHints Hints() => new(Text(HintsResource).Split('\n'));

    static string Text(string name)
    {
        using var resource = typeof(Shipped).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"the command was built without {name}");
        using var reader = new StreamReader(resource);
        return reader.ReadToEnd();
    }
}
