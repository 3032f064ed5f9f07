namespace Vm.Proofs.Tests;

/// <summary>An empty folder that goes away with the test.</summary>
sealed class Folder : IDisposable
{
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("vm-tests-");

    public string Path => folder.FullName;

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose() => folder.Delete(recursive: true);
}
