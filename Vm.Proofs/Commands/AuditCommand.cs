using System.CommandLine;
using Vm.Proofs.Printing;

namespace Vm.Proofs.Commands;

/// <summary><c>audit</c>: everything that the proof takes on trust, with its reason; or the locks of all operations.</summary>
static class AuditCommand
{
    public static Command Create(Screen screen, Subject subject)
    {
        var format = Options.Format();
        var locks = new Option<bool>("--locks") { Description = "Instead: which locks each operation needs, takes and returns with." };
        var command = new Command("audit", "List and count what the proof takes on trust, with reasons.") { format, locks };
        command.SetAction(parsed =>
        {
            var component = subject.Load();
            var isJson = parsed.GetValue(format) == OutputFormat.Json;
            if (parsed.GetValue(locks)) WriteLocks(screen, component.Locks, isJson);
            else WriteTrust(screen, component.Trusted, isJson);
            return ExitCode.Well;
        });
        return command;
    }

    static void WriteLocks(Screen screen, LockTable table, bool isJson)
    {
        if (isJson)
        {
            Json.Write(screen.Out, table);
            return;
        }

        foreach (var line in LockTableText.Lines(table)) screen.Line(line);
    }

    static void WriteTrust(Screen screen, IReadOnlyList<TrustedItem> trusted, bool isJson)
    {
        if (isJson)
        {
            Json.Write(screen.Out, new { Trusted = trusted, trusted.Count });
            return;
        }

        foreach (var item in trusted)
        {
            screen.Line(item.Name);
            screen.Line("  " + item.Reason);
            if (item.Place != SourcePlace.None) screen.Line($"  {item.Place}{(item.Statements > 0 ? $", {Words.Count(item.Statements, "statement")}" : "")}");
            if (item.UsedBy.Count > 0) screen.Line($"  used by {string.Join(", ", item.UsedBy)}");
        }

        screen.Line();
        screen.Line($"taken on trust: {trusted.Count}; {Words.Count(trusted.Sum(item => item.Statements), "statement")} that no proof looks into");
    }
}
