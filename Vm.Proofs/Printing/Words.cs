using System.Globalization;

namespace Vm.Proofs.Printing;

/// <summary>How reports name things.</summary>
static class Words
{
    public static string Of(Outcome outcome) => outcome switch
    {
        Outcome.Proved => "proved",
        Outcome.Refuted => "refuted",
        Outcome.Unknown => "unknown",
        Outcome.OutOfResource => "out of resource",
        _ => "error",
    };

    /// <summary>For example <c>312 proved, 0 refuted, 0 unknown</c>; the rarer outcomes are named when there are any.</summary>
    public static string Tally(ProofReport report)
    {
        Outcome[] always = [Outcome.Proved, Outcome.Refuted, Outcome.Unknown];
        var rare = Enum.GetValues<Outcome>().Except(always).Where(outcome => report.Count(outcome) > 0);
        return string.Join(", ", always.Concat(rare).Select(outcome => $"{report.Count(outcome)} {Of(outcome)}"));
    }

    /// <summary>Where the outcomes come from.</summary>
    public static string Evidence(ProofReport report) =>
        $"asked of the solver: {Of(report.Count(Vm.Proofs.Evidence.Solver))}, known from earlier runs: {Of(report.Count(Vm.Proofs.Evidence.Cache))}, "
        + $"plain: {Of(report.Count(Vm.Proofs.Evidence.Plain))}";

    /// <summary>For example <c>1 file</c> or <c>1,024 files</c>.</summary>
    public static string Count(long number, string what) => $"{Of(number)} {what}{(number == 1 ? "" : "s")}";

    /// <summary>A number with its digits in groups of three.</summary>
    public static string Of(long number) => number.ToString("#,0", CultureInfo.InvariantCulture);
}
