using Vm.Generators.Tests.Harness;

namespace Vm.Generators.Tests.Diagnostics;

/// <summary>Rules are let pass only with a reason, by whatever means a source has.</summary>
public class SuppressionTests
{
    const string Copy = "public static int Run(State s, RowId id) { Row row = s.Rows[id]; return row.Value; }";

    [Theory]
    [InlineData("#pragma warning disable VM0008", "")]
    [InlineData("#pragma warning disable VM0008 //", "")]
    [InlineData("#pragma warning disable VM0008 // ", "")]
    [InlineData("#pragma warning disable CS0168, VM0008", "")]
    [InlineData("", "[SuppressMessage(\"Vm.Layout\", \"VM0008\")]")]
    [InlineData("", "[SuppressMessage(\"Vm.Layout\", \"VM0008:Copied row\", Justification = \" \")]")]
    [InlineData("", "[SuppressMessage(\"Vm.Layout\", \"VM0008\", Justification = \"<Pending>\")]")]
    [InlineData("", "[SuppressMessage(checkId: \"VM\" + \"0008\", category: \"\")]")]
    [InlineData("", "[Alias(\"\", \"VM0008\")]")]
    [InlineData("[module: SuppressMessage(\"\", \"VM0008\")]", "")]
    [InlineData("[assembly: SuppressMessage(\"\", \"VM0008\", Scope = \"member\", Target = \"~M:Copies.Run(State,RowId)~System.Int32\")]", "")]
    public void Suppression_WithoutAReason_IsRefused_AndDoesItsWork(string above, string attribute)
    {
        var reported = Report(above, $"{attribute} {Copy}");
        Assert.StartsWith("VM0023: ", Assert.Single(reported));
        Assert.Contains("lets VM0008 pass and does not say why", reported[0]);
    }

    [Theory]
    [InlineData("#pragma warning disable VM0008 // The copy is meant.", "")]
    [InlineData("#pragma warning disable VM0008, CS0168 // The copy is meant.", "")]
    [InlineData("#pragma warning disable // All is meant.", "")]
    [InlineData("", "[SuppressMessage(\"\", \"VM0008\", Justification = \"The copy is meant.\")]")]
    public void Suppression_WithAReason_IsObeyed(string above, string attribute) => Assert.Empty(Report(above, $"{attribute} {Copy}"));

    [Theory]
    [InlineData("#pragma warning disable CS0168", "")]
    [InlineData("#pragma warning restore VM0008", "")]
    [InlineData("", "[SuppressMessage(\"\", \"CA1000\")]")]
    [InlineData("#if NEVER\n#pragma warning disable VM0008\n#endif", "")]
    public void WhatSuppressesNoRuleOfOurs_IsLeftAlone(string above, string attribute) =>
        Assert.All(Report(above, $"{attribute} {Copy}"), message => Assert.StartsWith("VM0008: ", message));

    [Fact]
    public void Pragma_ForAllRules_NeedsAReason() =>
        Assert.Equal(
            ["VM0023: '#pragma warning disable' lets all rules pass and does not say why; say why in a comment on its line"],
            Report("#pragma warning disable", Copy));

    /// <summary>Each means in turn is aimed at the rule that forbids it to be silent.</summary>
    [Theory]
    [InlineData("#pragma warning disable VM0023 // I may.\n#pragma warning disable VM0008")]
    [InlineData("#pragma warning disable // I may.\n#pragma warning disable VM0008")]
    [InlineData("[assembly: SuppressMessage(\"\", \"VM0023\", Justification = \"I may.\")]\n#pragma warning disable VM0008")]
    [InlineData("#pragma warning disable VM0023, VM0008")]
    public void TheRuleItself_CannotBeSuppressed(string above) => Assert.Contains(Report(above, Copy), message => message.StartsWith("VM0023: ", StringComparison.Ordinal));

    [Theory]
    [InlineData("[Unlocked(\"\")]", "'[Unlocked]' lets places without their locks pass and does not say why; say why in its argument")]
    [InlineData("[Trusted(\" \")]", "'[Trusted]' lets a body without a proof pass and does not say why; say why in its argument")]
    public void Trust_WithoutAReason_IsRefused(string attribute, string message) =>
        Assert.Equal([$"VM0023: {message}"], Report("", $$"""
            }
            [Contract] public static partial class RunContract;
            public partial class Component<TMode>(State state) where TMode : struct, ICheckMode
            {
                readonly State s = state;
                [Operation(typeof(RunContract))] {{attribute}} void RunBody() { }
            """));

    [Fact]
    public void Suppressions_WithReasons_AreInTheAssemblyWithTheirPlaces()
    {
        var project = ProjectOf("#pragma warning disable VM0008 // The copy\tis meant.", $"[SuppressMessage(\"\", \"VM0011\", Justification = \"None.\")] {Copy}");
        var text = project.Generate()["ComponentIr.Suppressions.g.cs"];
        Assert.Equal(
            ["#pragma warning disable\tVM0008\tProgram.cs\t4\t1\tThe copy is meant.", "[SuppressMessage]\tVM0011\tProgram.cs\t7\t2\tNone."],
            text.Split('\n').Select(line => line.Trim()).Where(line => line.Contains('\t')));
    }

    static IReadOnlyList<string> Report(string above, string member) =>
        [
            .. ProjectOf(above, member).Diagnose()
                .Where(d => d.Id.StartsWith("VM", StringComparison.Ordinal) && !d.IsSuppressed)
                .Select(d => $"{d.Id}: {d.GetMessage()}"),
        ];

    static TestProject ProjectOf(string above, string member) =>
        TestProject.Of("Component", [("Prelude.cs", DiagnosticPage.Index.Programs[0]), ("Program.cs", $$"""
            using Vm.Vocabulary;
            using System.Diagnostics.CodeAnalysis;
            using Alias = System.Diagnostics.CodeAnalysis.SuppressMessageAttribute;
            {{above}}
            public static class Copies
            {
            {{member}}
            }
            """)]);
}
