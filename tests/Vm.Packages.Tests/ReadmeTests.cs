namespace Vm.Packages.Tests;

/// <summary>What the packages' own pages show is compiled and run, with the packages alone.</summary>
[Collection(nameof(PackagesCollection))]
public sealed class ReadmeTests(PackedOnce packages)
{
    [Fact]
    public void Language_OfThePackage_IsWovenAndProved()
    {
        using var outside = new Sandbox(packages);
        outside.Project("Counting", "Library", "Vm.Spec");
        outside.Write("Counting/Counter.cs", CodeOf("Vm.Spec"));
        outside.Project("Counting.Proofs", "Exe", "Vm.Proofs", "../Counting/Counting.csproj");
        outside.Write("Counting.Proofs/Program.cs", CodeOf("Vm.Proofs"));
        outside.Project("Counting.App", "Exe", "Vm.Spec", "../Counting/Counting.csproj");
        outside.Write("Counting.App/Program.cs", """
            using Vm.Vocabulary;

            var counter = new Counter<Full>(new Counters());
            for (var i = 0; i < 9; i++) counter.Take();
            """);
        outside.Build("Counting.Proofs");
        outside.Build("Counting.App");

        var proof = outside.Run("run", "--no-build", "--project", "Counting.Proofs", "--", "--no-cache").ShouldExitWith(0);
        Assert.Matches("^[1-9][0-9]* proved, 0 refuted, 0 unknown with Z3", proof.Lines[^1]);
        Assert.Contains("Take: OneIsLeft: one is left", outside.Run("run", "--no-build", "--project", "Counting.App").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Component_OfThePackage_Runs()
    {
        using var outside = new Sandbox(packages);
        outside.Project("App", "Exe", "Vm.Impl");
        outside.Write("App/Program.cs", CodeOf("Vm.Impl"));

        Assert.Matches("^page [0-9]+$", outside.Run("run", "--project", "App").ShouldExitWith(0).Lines[^1]);
    }

    [Fact]
    public void Tool_OfThePackage_Proves()
    {
        using var outside = new Sandbox(packages);
        var commands = CodeOf("Vm.Cli").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("dotnet tool install Vm.Cli", commands[0]);
        outside.Run([.. commands[0].Split(' ').Skip(1), "--version", PackedOnce.Version]).ShouldExitWith(0);

        // The command without a verb proves all, and is what ./vm does.
        foreach (var command in commands.Skip(1).Where(command => command != "dotnet vm"))
            outside.Run([.. command.Split(' ').Skip(1)]).ShouldExitWith(0);
    }

    static string CodeOf(string project) => MarkdownPage.Read(project, "README.md").All[0].Text;
}
