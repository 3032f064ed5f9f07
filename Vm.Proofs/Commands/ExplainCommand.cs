using System.CommandLine;
using Vm.Proofs.Printing;

namespace Vm.Proofs.Commands;

/// <summary><c>explain OPERATION.CLAUSE</c>: what an obligation means, where it comes from, and what its proof rests on.</summary>
static class ExplainCommand
{
    public static Command Create(Screen screen, Subject subject)
    {
        var obligation = new Argument<string>("OBLIGATION") { Description = "An operation and a clause that it owes, for example Remove.ResidentCount." };
        var format = Options.Format();
        var command = new Command("explain", "Show a clause that an operation owes: its source, its outcome, and the facts that its proof needs.")
        {
            obligation, format,
        };
        command.SetAction(parsed =>
        {
            var explanations = Explain(subject, parsed.GetRequiredValue(obligation));
            if (parsed.GetValue(format) == OutputFormat.Json) Json.Write(screen.Out, explanations.Select(ExplanationText.AsJson));
            else ExplanationText.Write(screen, explanations);
            return Proof.ExitCodeOf(explanations.Select(explanation => explanation.Result.Outcome));
        });
        return command;
    }

    static IReadOnlyList<Explanation> Explain(Subject subject, string obligation)
    {
        if (obligation.Split('.', 2) is not [{ Length: > 0 } operation, { Length: > 0 } clause])
            throw new UsageException($"'{obligation}' is not OPERATION.CLAUSE, for example Remove.ResidentCount; {subject.Command} prove lists all");

        try
        {
            return Explainer.Explain(subject.Load(), operation, clause, new ProofOptions());
        }
        catch (ComponentException unknown)
        {
            throw new UsageException(unknown.Message);
        }
    }
}
