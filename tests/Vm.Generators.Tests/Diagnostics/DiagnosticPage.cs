using System.Text.RegularExpressions;

namespace Vm.Generators.Tests.Diagnostics;

/// <summary>A page of <c>docs/diagnostics</c>.</summary>
sealed partial class DiagnosticPage
{
    static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Docs");

    DiagnosticPage(string name) => Text = File.ReadAllText(Path.Combine(Folder, name + ".md"));

    public string Text { get; }

    public string Title => Text.Split('\n')[0].TrimEnd();

    /// <summary>The C# programs of the page in their order.</summary>
    public IReadOnlyList<string> Programs => [.. Program().Matches(Text).Select(m => m.Groups[1].Value)];

    public static DiagnosticPage Of(string id) => new(id);

    public static DiagnosticPage Index => new("README");

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Program();
}
