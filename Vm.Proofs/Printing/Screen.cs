using Spectre.Console;

namespace Vm.Proofs.Printing;

/// <summary>
/// Where a command prints: results to the output, progress and errors beside it. Colours and progress bars only on a
/// terminal; a pipe gets plain lines of any length.
/// </summary>
sealed class Screen
{
    readonly IAnsiConsole output;
    readonly IAnsiConsole notes;

    public Screen(TextWriter output, TextWriter error, bool outputIsTerminal = false, bool errorIsTerminal = false)
    {
        (Out, Error) = (output, error);
        (this.output, notes) = (ConsoleOver(output, outputIsTerminal), ConsoleOver(error, errorIsTerminal));
        NotesAreLive = errorIsTerminal;

        // The terminal folds long lines better than a library that does not know how the reader copies them.
        this.output.Profile.Width = int.MaxValue / 2;
    }

    /// <summary>The plain output, for machine-readable formats.</summary>
    public TextWriter Out { get; }

    /// <summary>The plain error output.</summary>
    public TextWriter Error { get; }

    bool NotesAreLive { get; }

    public static Screen OfProcess() =>
        new(Console.Out, Console.Error, !Console.IsOutputRedirected, !Console.IsErrorRedirected);

    /// <summary>Prints a line of the result.</summary>
    public void Line(string text = "") => output.WriteLine(text);

    /// <summary>Prints a line of the result with interpolated values escaped and <c>[style]..[/]</c> marks applied.</summary>
    public void Styled(FormattableString line) => output.MarkupLineInterpolated(line);

    /// <summary>Prints an error and returns the code to exit with.</summary>
    public int Fail(int exitCode, string message)
    {
        Error.WriteLine(message);
        return exitCode;
    }

    /// <summary>
    /// Does a piece of work that reports how far it is: as a bar on a terminal, otherwise as a line before it, or
    /// silently.
    /// </summary>
    /// <param name="name">What is being done.</param>
    /// <param name="silent">Print nothing where there is no terminal, so that streams can be joined.</param>
    /// <param name="work">The work.</param>
    public T Watch<T>(string name, bool silent, Func<Progress, T> work)
    {
        if (!NotesAreLive)
        {
            if (!silent) Line(name);
            return work(new Progress(null));
        }

        return notes.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new ElapsedTimeColumn())
            .Start(context => work(new Progress(context.AddTask(Markup.Escape(name)).IsIndeterminate())));
    }

    static IAnsiConsole ConsoleOver(TextWriter writer, bool isTerminal) =>
        AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = isTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = isTerminal ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = isTerminal ? InteractionSupport.Detect : InteractionSupport.No,
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
        });
}
