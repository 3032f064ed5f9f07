using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using Vm.Cli.Commands;
using Vm.Cli.Reports;
using Vm.Machine;
using Vm.Proofs;
using Vm.Transcripts;
using Vm.Vocabulary;

namespace Vm.Cli;

/// <summary>The command <c>vm</c>: its verbs, and what every failure looks like.</summary>
static class CommandLine
{
    /// <summary>Runs the command and returns its exit code. Errors are one line with the way out, never a stack trace.</summary>
    public static int Run(string[] args, Screen screen)
    {
        var parsed = Parse(args, screen);
        if (parsed.Action is ParseErrorAction || UnknownOption(parsed) is not null) return screen.Fail(ExitCode.Usage, Describe(parsed));

        try
        {
            return parsed.Invoke(new InvocationConfiguration
            {
                Output = screen.Out,
                Error = screen.Error,
                EnableDefaultExceptionHandler = false,
            });
        }
        catch (Exception failure)
        {
            return Fail(screen, parsed, CodeOf(failure), TextOf(failure));
        }
    }

    /// <summary>Reads a command line without running it.</summary>
    public static ParseResult Parse(string[] args, Screen screen) => Root(screen).Parse(args);

    static Command Root(Screen screen)
    {
        // Not a RootCommand, which would be called after the file that happens to host it.
        var root = new Command(
            "vm",
            "Proves the resident-page module and runs programs' memory traces through it. "
            + "Without a verb it does both, with the trace that is shipped.");
        root.Options.Add(new HelpOption());
        root.Options.Add(new VersionOption());
        root.Subcommands.Add(ProveCommand.Create(screen));
        root.Subcommands.Add(RunCommand.Create(screen));
        root.Subcommands.Add(ReplayCommand.Create(screen));
        root.Subcommands.Add(ExploreCommand.Create(screen));
        root.Subcommands.Add(ExplainCommand.Create(screen));
        root.Subcommands.Add(StatesCommand.Create(screen));
        root.Subcommands.Add(AuditCommand.Create(screen));
        root.Subcommands.Add(DoctorCommand.Create(screen));
        root.SetAction(_ => AllCommand.Run(screen));
        return root;
    }

    // A program that reads the output finds there what a reader finds beside it. Wrong use gives one message and no output.
    static int Fail(Screen screen, ParseResult parsed, int exitCode, string message)
    {
        var format = parsed.CommandResult.Command.Options.OfType<Option<OutputFormat>>().FirstOrDefault();
        if (exitCode != ExitCode.Usage && format is not null && parsed.GetValue(format) == OutputFormat.Json) Json.Write(screen.Out, new { Failure = message, ExitCode = exitCode });
        return screen.Fail(exitCode, message);
    }

    static string Describe(ParseResult parsed)
    {
        var asked = parsed.CommandResult == parsed.RootCommandResult ? "vm" : $"vm {parsed.CommandResult.Command.Name}";
        var complaint = UnknownOption(parsed) is { } unknown ? $"unknown option '{unknown}'" : parsed.Errors[0].Message.TrimEnd('.');
        return $"vm: {complaint}; see: {asked} --help";
    }

    /// <summary>A word that looks like an option and was taken for an argument, such as a file.</summary>
    static string? UnknownOption(ParseResult parsed) => parsed.Tokens
        .TakeWhile(token => token.Type != TokenType.DoubleDash)
        .FirstOrDefault(token => token.Type == TokenType.Argument && token.Value.StartsWith("--", StringComparison.Ordinal))?.Value;

    static int CodeOf(Exception failure) => failure switch
    {
        UsageException or ComponentException or TraceException or TranscriptException => ExitCode.Usage,
        CheckFailedException or PanicException => ExitCode.Refuted,
        _ => ExitCode.Tool,
    };

    static string TextOf(Exception failure) => failure switch
    {
        TraceException { Line: 0 } trace => $"{trace.File}: error: {trace.Message}",
        TraceException trace => $"{trace.File}({trace.Line}): error: {trace.Message}",
        TranscriptException { Line: 0 } transcript => $"{transcript.File}: error: {transcript.Message}",
        TranscriptException transcript => $"{transcript.File}({transcript.Line}): error: {transcript.Message}",
        UsageException or SolverNotFoundException => $"vm: {failure.Message}",
        ComponentException => failure.Message,
        CheckFailedException stop => StopText.Of(stop),
        PanicException => $"vm: the run stopped: {failure.Message}",
        _ => $"vm: {failure.GetType().Name}: {failure.Message}; a defect of vm: please report it with the output of vm doctor",
    };
}
