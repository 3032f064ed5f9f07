using Vm.Proofs.Printing;

namespace Vm.Proofs.Commands;

/// <summary><c>prove --mutants</c>: every one-statement change of every body has to be noticed.</summary>
static class Mutants
{
    public static int Run(ProveRequest request)
    {
        var (screen, options) = (request.Screen, request.Options);
        var listed = request.Subject.Listed();
        var verdicts = Proof.Asked(options, () => screen.Watch("changing one statement at a time", request.Json, progress =>
        {
            var component = request.Subject.Load();
            var test = new MutationTest(component, request.Subject.FirstStates(component), listed, options);
            progress.Total(test.Count);
            return test.Run(_ => progress.One());
        }));

        // Of one operation alone, most of the list is of no use.
        var stale = options.Operation is null ? listed.Stale([.. verdicts.Select(verdict => verdict.Name)]).ToList() : [];
        if (request.Json) MutantReports.WriteJson(screen.Out, verdicts, stale);
        else MutantReports.WriteText(screen, verdicts, stale);
        return verdicts.Any(verdict => verdict.Outcome == MutantOutcome.Survived) || stale.Count > 0 ? ExitCode.Refuted : ExitCode.Well;
    }
}
