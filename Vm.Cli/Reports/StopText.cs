using Vm.Vocabulary;

namespace Vm.Cli.Reports;

/// <summary>A check that stopped a run, in the form that editors and build tools link, with what was known when it did.</summary>
static class StopText
{
    public static string Of(CheckFailedException stop)
    {
        if (stop.OperationPlace.Length == 0) return $"vm: the run stopped: {stop.Message}";

        var clause = stop.ClausePlace.Length == 0 ? "" : $"{stop.ClausePlace}: info: the clause {stop.Clause}";
        string[] parts = [$"{stop.OperationPlace}: error VM1006: {stop.Headline}", clause, stop.Details];
        return string.Join(Environment.NewLine, parts.Where(part => part.Length > 0));
    }
}
