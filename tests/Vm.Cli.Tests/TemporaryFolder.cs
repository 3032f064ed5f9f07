namespace Vm.Cli.Tests;

/// <summary>A folder for one test.</summary>
sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("vm-test-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
