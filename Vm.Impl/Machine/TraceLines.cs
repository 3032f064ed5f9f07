using System.IO.Compression;

namespace Vm.Machine;

/// <summary>The lines of a text file, plain or gzip, as spans of one buffer.</summary>
sealed class TraceLines : IDisposable
{
    const int BufferSize = 1 << 16;

    readonly string file;
    readonly Stream stream;
    readonly SealedGzip? gzip;
    byte[] buffer = new byte[BufferSize];
    int start;
    int end;
    bool isEnded;

    /// <param name="file">The path.</param>
    /// <exception cref="TraceException">The file cannot be opened.</exception>
    public TraceLines(string file)
    {
        this.file = file;
        try
        {
            var plain = File.OpenRead(file);
            gzip = IsGzip(plain) ? new SealedGzip(plain) : null;
            stream = gzip is null ? plain : new GZipStream(gzip, CompressionMode.Decompress);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new TraceException(file, 0, $"the file cannot be opened: {cause.Message}", cause);
        }
    }

    /// <summary>Number of the line read last, counted from 1.</summary>
    public long Number { get; private set; }

    /// <summary>The next line without its line feed, valid until the next call.</summary>
    /// <exception cref="TraceException">The file is damaged, or not text.</exception>
    public bool TryRead(out ReadOnlySpan<byte> line)
    {
        int length;
        while ((length = buffer.AsSpan(start, end - start).IndexOf((byte)'\n')) < 0 && !isEnded) Fill();

        var hasFeed = length >= 0;
        if (!hasFeed) length = end - start;
        line = buffer.AsSpan(start, length);
        start += hasFeed ? length + 1 : length;
        if (!hasFeed && length == 0) return false;

        Number++;
        return true;
    }

    /// <inheritdoc/>
    public void Dispose() => stream.Dispose();

    /// <summary>Reads on behind the begun line. Once the end of a gzip file is in sight, reads up to it and checks it.</summary>
    void Fill()
    {
        buffer.AsSpan(start, end - start).CopyTo(buffer);
        (start, end) = (0, end - start);
        int read;
        do
        {
            if (end == buffer.Length) Grow();
            read = Read();
            end += read;
        }
        while (read > 0 && gzip is { IsReached: true });

        if (read > 0) return;
        isEnded = true;
        if (gzip is not null) TakeSeal();
    }

    void Grow()
    {
        if (gzip is not { IsReached: true })
            throw Fault($"a line of more than {BufferSize} bytes: this is not a text file");
        Array.Resize(ref buffer, 2 * buffer.Length);
    }

    int Read()
    {
        try
        {
            return stream.Read(buffer.AsSpan(end));
        }
        catch (InvalidDataException cause)
        {
            throw Fault(gzip is { IsReached: true } ? CutOff : "the gzip data is damaged; copy the file again", cause);
        }
        catch (IOException cause)
        {
            throw Fault($"the file cannot be read further: {cause.Message}", cause);
        }
    }

    void TakeSeal()
    {
        if (end == 0 || buffer[end - 1] != SealedGzip.Seal) throw Fault(CutOff);
        end--;
    }

    const string CutOff = "the gzip data is cut off here, or something else follows it; copy the file again";

    TraceException Fault(string problem, Exception? cause = null) => new(file, Number + 1, problem, cause);

    static bool IsGzip(FileStream plain)
    {
        var isGzip = plain.ReadByte() == 0x1f && plain.ReadByte() == 0x8b;
        plain.Position = 0;
        return isGzip;
    }
}
