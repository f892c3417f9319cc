using System.IO.Hashing;

namespace MLNet.Gan.Metrics;

/// <summary>A file of a zip that is read once from its beginning, and whose CRC-32, which .NET does not check, is compared at its end.</summary>
/// <param name="source">The unpacked bytes.</param>
/// <param name="expected">The CRC-32 that the zip declares.</param>
/// <param name="packedLength">The number of packed bytes.</param>
internal sealed class ChecksummedStream(Stream source, uint expected, long packedLength) : Stream
{
    private readonly Crc32 _crc = new();

    /// <summary>The number of bytes that the file takes in the zip.</summary>
    public long PackedLength => packedLength;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <summary>Checks that all was read, and that it is what was written.</summary>
    /// <exception cref="FormatException">There are more bytes, or the checksum is another one.</exception>
    public void RequireEnd()
    {
        if (ReadByte() >= 0)
            throw new FormatException("It has more bytes than its header declares. Save it again.");
        var found = _crc.GetCurrentHashAsUInt32();
        if (found != expected)
            throw new FormatException(
                $"Its checksum (CRC-32) is {found:X8}, but was {expected:X8} when it was written, so its values have changed. Copy or "
                    + "download the file again.");
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var read = source.Read(buffer);
        _crc.Append(buffer[..read]);
        return read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            source.Dispose();
        base.Dispose(disposing);
    }
}
