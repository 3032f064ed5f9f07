namespace Vm.Proofs.Commands;

/// <summary>What the command's exit code says, the same for every verb.</summary>
static class ExitCode
{
    /// <summary>Everything asked for was done and is well.</summary>
    public const int Well = 0;

    /// <summary>An obligation was refuted, a mutant slipped through, a recording differs, or a check stopped the run.</summary>
    public const int Refuted = 1;

    /// <summary>The command line or an input file is wrong.</summary>
    public const int Usage = 2;

    /// <summary>The solver gave no answer, or gave up at a limit.</summary>
    public const int Unknown = 3;

    /// <summary>The command itself or the solver failed.</summary>
    public const int Tool = 4;
}
