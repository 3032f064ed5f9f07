using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Vm.Generators.Diagnostics;
using Vm.Generators.Lowering;
using Vm.Generators.Packing;
using Vm.Generators.Snapshots;
using Vm.Generators.Weaving;
using Vm.Vocabulary;

namespace Vm.Generators.Tests.Harness;

/// <summary>A project in memory, compiled with the generators and analyzers as the SDK would.</summary>
sealed class TestProject
{
    static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp14, DocumentationMode.Parse);

    public static readonly ImmutableArray<DiagnosticAnalyzer> Analyzers =
        [new PackedAnalyzer(), new OperationAnalyzer(), new ClauseAnalyzer(), new LoweringAnalyzer(), new RowCopyAnalyzer(), new LockAnalyzer(), new SuppressionAnalyzer()];

    /// <summary>The SDK's implicit ones, as far as the sources need them.</summary>
    const string GlobalUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Threading;
        """;

    readonly Lazy<(Compilation Compilation, GeneratorDriverRunResult Run)> generated;
    readonly Lazy<IReadOnlyList<Diagnostic>> complaints;

    TestProject(CSharpCompilation compilation)
    {
        Sources = compilation;
        generated = new(() =>
        {
            var driver = CreateDriver().RunGeneratorsAndUpdateCompilation(Sources, out var all, out _);
            return (all, driver.GetRunResult());
        });
        complaints = new(Complaints);
    }

    /// <summary>The hand-written sources.</summary>
    public CSharpCompilation Sources { get; }

    /// <summary>With what the generators add.</summary>
    public Compilation Complete => generated.Value.Compilation;

    /// <summary>A project that uses the contract language, from one source.</summary>
    public static TestProject Of(string source) => Of("Component", [("Component.cs", source)]);

    /// <param name="files">Path and text of each source.</param>
    /// <param name="references">Projects to refer to instead of the compiled Vm.Spec.</param>
    public static TestProject Of(string name, IEnumerable<(string Path, string Text)> files, params MetadataReference[] references)
    {
        var platform = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(p => Path.GetFileName(p).StartsWith("System.", StringComparison.Ordinal))
            .Select(p => (MetadataReference)MetadataReference.CreateFromFile(p));
        if (references.Length == 0) references = [MetadataReference.CreateFromFile(typeof(StateAttribute).Assembly.Location)];
        var trees = files.Prepend(("GlobalUsings.cs", GlobalUsings))
            .Select(f => CSharpSyntaxTree.ParseText(f.Item2, ParseOptions, f.Item1));
        return new(CSharpCompilation.Create(name, trees, [.. platform, .. references],
            new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable)));
    }

    public TestProject Edit(string path, Func<string, string> edit)
    {
        var tree = Sources.SyntaxTrees.Single(t => t.FilePath == path);
        var edited = edit(tree.ToString());
        Assert.NotEqual(tree.ToString(), edited);
        return new(Sources.ReplaceSyntaxTree(tree, CSharpSyntaxTree.ParseText(edited, ParseOptions, path)));
    }

    /// <summary>The same with other options of the compiler.</summary>
    public TestProject With(Func<CSharpCompilationOptions, CSharpCompilationOptions> change) => new(Sources.WithOptions(change(Sources.Options)));

    /// <summary>A driver that remembers why its steps ran.</summary>
    public static GeneratorDriver CreateDriver() => CreateDriver(new(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    /// <summary>A driver as an editor has it: what only a build needs is not made.</summary>
    public static GeneratorDriver CreateEditorDriver() => CreateDriver(new(IncrementalGeneratorOutputKind.Implementation));

    static GeneratorDriver CreateDriver(GeneratorDriverOptions options) => CSharpGeneratorDriver.Create(
        [
            new RowGenerator().AsSourceGenerator(), new SnapshotGenerator().AsSourceGenerator(),
            new OperationGenerator().AsSourceGenerator(), new IrGenerator().AsSourceGenerator(),
        ],
        parseOptions: ParseOptions,
        driverOptions: options);

    /// <summary>The generated files by name, after insisting that nobody complains.</summary>
    public IReadOnlyDictionary<string, string> Generate()
    {
        Assert.Empty(Diagnose());
        return GenerateAnyway();
    }

    /// <summary>The generated files by name, whoever complains.</summary>
    public IReadOnlyDictionary<string, string> GenerateAnyway() =>
        generated.Value.Run.Results.SelectMany(r => r.GeneratedSources).ToDictionary(s => s.HintName, s => s.SourceText.ToString());

    /// <summary>What compiler, generators and analyzers report, except what is hidden.</summary>
    public IReadOnlyList<Diagnostic> Diagnose() => complaints.Value;

    /// <summary>What the analyzers report of an open file, as an editor asks them at each key: what waits for the whole project is not there.</summary>
    public IReadOnlyList<Diagnostic> DiagnoseWhileTyping(string path)
    {
        var tree = Complete.SyntaxTrees.Single(t => t.FilePath == path);
        return Complete.WithAnalyzers(Analyzers).GetAnalyzerSemanticDiagnosticsAsync(Complete.GetSemanticModel(tree), null, default).GetAwaiter().GetResult();
    }

    /// <summary>The compiled assembly, after insisting that nobody complains.</summary>
    public byte[] Compile()
    {
        Assert.Empty(Diagnose());
        using var image = new MemoryStream();
        Assert.True(generated.Value.Compilation.Emit(image).Success);
        return image.ToArray();
    }

    IReadOnlyList<Diagnostic> Complaints()
    {
        var (compilation, run) = generated.Value;
        var analyzed = compilation.WithAnalyzers(Analyzers).GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult();
        return [.. compilation.GetDiagnostics().Concat(run.Diagnostics).Concat(analyzed).Where(d => d.Severity != DiagnosticSeverity.Hidden)];
    }
}
