using System.CommandLine;
using Vm.Cli.Reports;
using Vm.Proofs;

namespace Vm.Cli.Commands;

/// <summary><c>vm audit</c>: everything that the proof takes on trust, with its reason.</summary>
static class AuditCommand
{
    public static Command Create(Screen screen)
    {
        var format = Options.Format();
        var command = new Command("audit", "List and count what the proof takes on trust, with reasons.") { format };
        command.SetAction(parsed =>
        {
            var trusted = Components.Shipped().Trusted;
            if (parsed.GetValue(format) == OutputFormat.Json)
            {
                Json.Write(screen.Out, new { Trusted = trusted, trusted.Count });
                return ExitCode.Well;
            }

            foreach (var item in trusted)
            {
                screen.Line(item.Name);
                screen.Line("  " + item.Reason);
                if (item.Place != SourcePlace.None) screen.Line($"  {item.Place}{(item.Statements > 0 ? $", {Words.Count(item.Statements, "statement")}" : "")}");
                if (item.UsedBy.Count > 0) screen.Line($"  used by {string.Join(", ", item.UsedBy)}");
            }

            screen.Line();
            screen.Line(
                $"taken on trust: {trusted.Count}; {Words.Count(trusted.Sum(item => item.Statements), "statement")} that no proof looks into");
            return ExitCode.Well;
        });
        return command;
    }
}
