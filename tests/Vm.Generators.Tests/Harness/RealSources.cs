using Microsoft.CodeAnalysis;

namespace Vm.Generators.Tests.Harness;

/// <summary>The specification and the component of this repository, as projects in memory.</summary>
static class RealSources
{
    static readonly string Root = Path.Combine(AppContext.BaseDirectory, "Sources");
    static readonly Lazy<TestProject> SpecProject = new(() =>
        TestProject.Of("Vm.Spec", Files("Vm.Spec"), MetadataReference.CreateFromFile(typeof(object).Assembly.Location)));

    static readonly Lazy<TestProject> ImplProject = new(() =>
        TestProject.Of("Vm.Impl", Files("Vm.Impl"), MetadataReference.CreateFromImage(Spec.Compile())));

    /// <summary>The specification. It declares the vocabulary itself, so it refers to no other.</summary>
    public static TestProject Spec => SpecProject.Value;

    /// <summary>The module and the allocator.</summary>
    public static TestProject Impl => ImplProject.Value;

    /// <summary>The module with the original's operations as written.</summary>
    /// <param name="edit">What becomes of each of them.</param>
    public static TestProject AsWritten(Func<string, string> edit) => TestProject.Of(
        "Vm.AsWritten",
        [.. Files("Vm.Impl"), .. Files("AsWritten").Where(file => !file.Path.EndsWith("ReplayOperations.cs", StringComparison.Ordinal)).Select(file => (file.Path, edit(file.Text)))],
        MetadataReference.CreateFromImage(Spec.Compile()));

    static IEnumerable<(string Path, string Text)> Files(string project) =>
        Directory.EnumerateFiles(Path.Combine(Root, project), "*.cs", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(f => (Path.GetRelativePath(Root, f).Replace('\\', '/'), File.ReadAllText(f)));
}
