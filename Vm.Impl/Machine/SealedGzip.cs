using System.IO.Compression;

namespace Vm.Machine;

/// <summary>
/// Makes the end of a gzip file visible. The runtime's decompressor takes a file that was cut off for one that ends
/// there; so a member of our own is put behind the file. If what comes out ends with <see cref="Seal"/>, all members
/// before were complete.
/// </summary>
/// <param name="file">The compressed file.</param>
sealed class SealedGzip(Stream file) : Stream
{
    /// <summary>The text of the last member. No trace contains it.</summary>
    public const byte Seal = 0x04;

    static readonly byte[] Member = Compress([Seal]);

    int given;

    /// <summary>The file has been read, and what comes out now ends with the seal or is not to be trusted.</summary>
    public bool IsReached { get; private set; }

    public override int Read(Span<byte> buffer)
    {
        var read = IsReached ? 0 : file.Read(buffer);
        if (read > 0) return read;

        IsReached = true;
        var rest = Member.AsSpan(given);
        rest = rest[..Math.Min(rest.Length, buffer.Length)];
        rest.CopyTo(buffer);
        given += rest.Length;
        return rest.Length;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    protected override void Dispose(bool disposing)
    {
        if (disposing) file.Dispose();
        base.Dispose(disposing);
    }

    static byte[] Compress(byte[] text)
    {
        var member = new MemoryStream();
        using (var gzip = new GZipStream(member, CompressionLevel.Fastest)) gzip.Write(text);
        return member.ToArray();
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
