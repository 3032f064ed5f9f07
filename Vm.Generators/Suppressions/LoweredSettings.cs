using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Vm.Generators.Suppressions;

/// <summary>Finds rules that the project's settings lower below what they are by themselves: there, no reason can stand.</summary>
static class LoweredSettings
{
    const string Bulk = "dotnet_analyzer_diagnostic.";

    /// <summary>The words of <c>.editorconfig</c> for what is less than an error.</summary>
    static readonly IReadOnlyDictionary<string, ReportDiagnostic> Words = new Dictionary<string, ReportDiagnostic>(StringComparer.OrdinalIgnoreCase)
    {
        ["none"] = ReportDiagnostic.Suppress,
        ["silent"] = ReportDiagnostic.Hidden,
        ["suggestion"] = ReportDiagnostic.Info,
        ["warning"] = ReportDiagnostic.Warn,
    };

    public static IEnumerable<DiagnosticDescriptor> Of(
        Compilation compilation, AnalyzerOptions options, IEnumerable<DiagnosticDescriptor> rules, CancellationToken cancellation) =>
        rules.Where(rule => SettingsOf(rule, compilation, options, cancellation).Any(setting => IsLower(setting, rule.DefaultSeverity)));

    /// <summary>That of the command line, of the whole project and of each file.</summary>
    static IEnumerable<ReportDiagnostic> SettingsOf(
        DiagnosticDescriptor rule, Compilation compilation, AnalyzerOptions options, CancellationToken cancellation)
    {
        if (compilation.Options.SpecificDiagnosticOptions.TryGetValue(rule.Id, out var ofProject))
        {
            yield return ofProject;
            yield break;
        }

        var files = compilation.Options.SyntaxTreeOptionsProvider;
        if (files?.TryGetGlobalDiagnosticValue(rule.Id, cancellation, out var ofAll) == true) yield return ofAll;
        foreach (var tree in compilation.SyntaxTrees)
        {
            var words = options.AnalyzerConfigOptionsProvider.GetOptions(tree);
            if (files?.TryGetDiagnosticValue(tree, rule.Id, cancellation, out var ofFile) == true) yield return ofFile;
            else if (words.TryGetValue($"{Bulk}category-{rule.Category}.severity", out var word) || words.TryGetValue($"{Bulk}severity", out word))
                yield return Words.TryGetValue(word, out var meant) ? meant : ReportDiagnostic.Default;
        }
    }

    static bool IsLower(ReportDiagnostic setting, DiagnosticSeverity usual) =>
        setting is ReportDiagnostic.Suppress or ReportDiagnostic.Hidden or ReportDiagnostic.Info
        || (setting is ReportDiagnostic.Warn && usual is DiagnosticSeverity.Error);
}
