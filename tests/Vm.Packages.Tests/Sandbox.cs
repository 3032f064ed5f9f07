namespace Vm.Packages.Tests;

/// <summary>A folder outside of the repository, where only the packages are known.</summary>
sealed class Sandbox : IDisposable
{
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("vm-outside-");

    public Sandbox(PackedOnce packages)
    {
        var fallback = Directory.Exists(Dotnet.UserCache)
            ? $"""<fallbackPackageFolders><add key="user" value="{Dotnet.UserCache}" /></fallbackPackageFolders>""" : "";
        Write("nuget.config", $"""
            <configuration>
              <packageSources><add key="vm" value="{packages.Folder}" /></packageSources>
              {fallback}
            </configuration>
            """);
    }

    /// <summary>The folder.</summary>
    public string Path => folder.FullName;

    public void Dispose() => folder.Delete(recursive: true);

    public string PathOf(params string[] names) => System.IO.Path.Combine([Path, .. names]);

    public void Write(string file, string text)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(PathOf(file))!);
        File.WriteAllText(PathOf(file), text);
    }

    /// <summary>Changes the one place where a file has a text.</summary>
    public void Edit(string file, string before, string after)
    {
        var text = File.ReadAllText(PathOf(file));
        Assert.Equal(2, text.Split(before).Length);
        File.WriteAllText(PathOf(file), text.Replace(before, after, StringComparison.Ordinal));
    }

    /// <summary>Copies sources, without what was built of them.</summary>
    public void CopyFrom(string source)
    {
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var name = System.IO.Path.GetRelativePath(source, file);
            if (name.Split(System.IO.Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj") || name == "nuget.config") continue;
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(PathOf(name))!);
            File.Copy(file, PathOf(name), overwrite: true);
        }
    }

    /// <summary>Writes a project that refers to packages.</summary>
    public void Project(string name, string outputType, params IEnumerable<string> packages) => Write($"{name}/{name}.csproj", $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <OutputType>{outputType}</OutputType>
            <Nullable>enable</Nullable>
            <ImplicitUsings>enable</ImplicitUsings>
          </PropertyGroup>
          <ItemGroup>
            {string.Join("\n    ", packages.Select(package => package.EndsWith("proj", StringComparison.Ordinal)
                ? $"""<ProjectReference Include="{package}" />"""
                : $"""<PackageReference Include="{package}" Version="{PackedOnce.Version}" />"""))}
          </ItemGroup>
        </Project>
        """);

    public CommandResult Run(params IReadOnlyList<string> arguments) => Dotnet.Run(Path, arguments);

    /// <summary>Builds a project, which may not be warned of.</summary>
    public void Build(string project)
    {
        var result = Run("build", project, "-v", "q", "-nologo", "--tl:off").ShouldExitWith(0);
        Assert.DoesNotContain("warning", result.Output, StringComparison.Ordinal);
    }
}
