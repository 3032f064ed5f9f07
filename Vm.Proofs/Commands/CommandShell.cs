using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using Vm.Proofs.Printing;
using Vm.Vocabulary;

namespace Vm.Proofs.Commands;

/// <summary>What a failure comes to: the exit code, and one message with the way out.</summary>
sealed record Failure(int ExitCode, string Message);

/// <summary>Runs a command line. Whatever goes wrong is one message with the way out, never a stack trace.</summary>
/// <param name="root">The command.</param>
/// <param name="screen">Where to print.</param>
/// <param name="know">Failures that only this command has; null for all others.</param>
sealed class CommandShell(Command root, Screen screen, Func<Exception, Failure?>? know = null)
{
    /// <summary>A command with the options that every command has. Not a RootCommand, which would be called after the file that happens to host it.</summary>
    public static Command Root(string name, string description)
    {
        var root = new Command(name, description);
        root.Options.Add(new HelpOption());
        root.Options.Add(new VersionOption());
        return root;
    }

    /// <summary>Runs the command and returns its exit code.</summary>
    public int Run(string[] args)
    {
        var parsed = root.Parse(args);
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
        catch (Exception exception)
        {
            return Fail(parsed, know?.Invoke(exception) ?? Of(exception));
        }
    }

    // A program that reads the output finds there what a reader finds beside it. Wrong use gives one message and no output.
    int Fail(ParseResult parsed, Failure failure)
    {
        if (failure.ExitCode == ExitCode.Usage) return screen.Fail(failure.ExitCode, failure.Message);

        var options = parsed.CommandResult.Command.Options;
        if (options.OfType<Option<OutputFormat>>().FirstOrDefault() is { } format && parsed.GetValue(format) == OutputFormat.Json)
            Json.WriteFailure(screen.Out, failure);
        if (options.OfType<Option<ProofFormat>>().FirstOrDefault() is { } proofFormat)
            ProofReports.WriteFailure(screen.Out, failure, parsed.GetValue(proofFormat));
        return screen.Fail(failure.ExitCode, failure.Message);
    }

    string Describe(ParseResult parsed)
    {
        var asked = parsed.CommandResult == parsed.RootCommandResult ? root.Name : $"{root.Name} {parsed.CommandResult.Command.Name}";
        var complaint = UnknownOption(parsed) is { } unknown ? $"unknown option '{unknown}'" : parsed.Errors[0].Message.TrimEnd('.');
        return $"{root.Name}: {complaint}; see: {asked} --help";
    }

    /// <summary>A word that looks like an option and was taken for an argument, such as a file.</summary>
    static string? UnknownOption(ParseResult parsed) => parsed.Tokens
        .TakeWhile(token => token.Type != TokenType.DoubleDash)
        .FirstOrDefault(token => token.Type == TokenType.Argument && token.Value.StartsWith("--", StringComparison.Ordinal))?.Value;

    Failure Of(Exception exception) => exception switch
    {
        UsageException => new(ExitCode.Usage, $"{root.Name}: {exception.Message}"),
        ComponentException => new(ExitCode.Usage, exception.Message),
        SolverNotFoundException => new(ExitCode.Tool, $"{root.Name}: {exception.Message}"),
        PanicException => new(ExitCode.Refuted, $"{root.Name}: the run stopped: {exception.Message}"),
        _ => new(ExitCode.Tool,
            $"{root.Name}: {exception.GetType().Name}: {exception.Message}; a defect of vm: please report it with the output of {root.Name} doctor"),
    };
}
