using System.CommandLine;
using Vm.Cli.Reports;
using Vm.Proofs;

namespace Vm.Cli.Commands;

/// <summary><c>vm explain OPERATION.CLAUSE</c>: what an obligation means, where it comes from, and what its proof rests on.</summary>
static class ExplainCommand
{
    public static Command Create(Screen screen)
    {
        var obligation = new Argument<string>("OBLIGATION") { Description = "An operation and a clause that it owes, for example Remove.ResidentCount." };
        var format = Options.Format();
        var command = new Command("explain", "Show a clause that an operation owes: its source, its outcome, and the facts that its proof needs.")
        {
            obligation, format,
        };
        command.SetAction(parsed =>
        {
            var explanations = Explain(parsed.GetRequiredValue(obligation));
            if (parsed.GetValue(format) == OutputFormat.Json) Json.Write(screen.Out, explanations.Select(ExplanationText.AsJson));
            else ExplanationText.Write(screen, explanations);
            return Proof.ExitCodeOf(explanations.Select(explanation => explanation.Result.Outcome));
        });
        return command;
    }

    static IReadOnlyList<Explanation> Explain(string obligation)
    {
        if (obligation.Split('.', 2) is not [{ Length: > 0 } operation, { Length: > 0 } clause])
            throw new UsageException($"'{obligation}' is not OPERATION.CLAUSE, for example Remove.ResidentCount; vm prove lists all");

        try
        {
            return Explainer.Explain(Components.Shipped(), operation, clause, new ProofOptions());
        }
        catch (ComponentException unknown)
        {
            throw new UsageException(unknown.Message);
        }
    }
}
