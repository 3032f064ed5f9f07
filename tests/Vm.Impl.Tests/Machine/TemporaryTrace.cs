using System.IO.Compression;
using System.Text;

namespace Vm.Tests.Machine;

/// <summary>A file that lives as long as a test.</summary>
sealed class TemporaryTrace : IDisposable
{
    public TemporaryTrace(params byte[] contents) => System.IO.File.WriteAllBytes(File, contents);

    public TemporaryTrace(string text) : this(Encoding.ASCII.GetBytes(text)) { }

    public string File { get; } = Path.Combine(Path.GetTempPath(), $"vm-{Guid.NewGuid():n}.lackey");

    public static byte[] Gzip(string text)
    {
        var file = new MemoryStream();
        using (var gzip = new GZipStream(file, CompressionLevel.Optimal)) gzip.Write(Encoding.ASCII.GetBytes(text));
        return file.ToArray();
    }

    public void Dispose() => System.IO.File.Delete(File);
}
