using Vm.Cli.Reports;
using Vm.Proofs;

namespace Vm.Cli.Commands;

/// <summary><c>vm prove --mutants</c>: every one-statement change of every body has to be noticed.</summary>
static class Mutants
{
    const string ListResource = "listed-mutants.txt";

    public static int Run(Screen screen, ProofOptions options, bool json)
    {
        var listed = Listed();
        var verdicts = Proof.Asked(options, () => screen.Watch("changing one statement at a time", json, progress =>
        {
            var test = new MutationTest(Components.Shipped(), FirstStates.All(), listed, options);
            progress.Total(test.Count);
            return test.Run(_ => progress.One());
        }));

        // Of one operation alone, most of the list is of no use.
        var stale = options.Operation is null ? listed.Stale([.. verdicts.Select(verdict => verdict.Name)]).ToList() : [];
        if (json) MutantReports.WriteJson(screen.Out, verdicts, stale);
        else MutantReports.WriteText(screen, verdicts, stale);
        return verdicts.Any(verdict => verdict.Outcome == MutantOutcome.Survived) || stale.Count > 0 ? ExitCode.Refuted : ExitCode.Well;
    }

    /// <summary>The reviewed list that ships with the command.</summary>
    public static ListedMutants Listed()
    {
        using var resource = typeof(Mutants).Assembly.GetManifestResourceStream(ListResource)
            ?? throw new InvalidOperationException($"the command was built without {ListResource}");
        using var reader = new StreamReader(resource);
        return new(reader.ReadToEnd());
    }
}
