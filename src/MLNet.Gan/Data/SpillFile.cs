using Microsoft.Win32.SafeHandles;

namespace MLNet.Gan;

/// <summary>A temporary file that goes with its handle, however the process ends.</summary>
internal sealed class SpillFile(SpillOptions options, SafeFileHandle handle) : IDisposable
{
    /// <summary>A new file.</summary>
    public static SpillFile Create(SpillOptions options)
    {
        var path = Path.Combine(FolderOf(options), $"mlnet-gan-{Path.GetRandomFileName()}");
        try
        {
            // Windows itself deletes what is open like this. Elsewhere .NET would, if it lived to close the file; but a
            // file may lose its name while it is open, and is gone when nobody has it open any more.
            var onClose = OperatingSystem.IsWindows() ? FileOptions.DeleteOnClose : FileOptions.None;
            var handle = File.OpenHandle(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, onClose);
            if (!OperatingSystem.IsWindows())
                File.Delete(path);
            return new(options, handle);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Failed(options, 0, e);
        }
    }

    /// <summary>The folder that options mean.</summary>
    public static string FolderOf(SpillOptions options) => options.Folder ?? Path.GetTempPath();

    /// <summary>What the file is opened by.</summary>
    public SafeFileHandle Handle => handle;

    /// <summary>Its length in bytes.</summary>
    public long Length { get; private set; }

    /// <summary>Writes behind its end.</summary>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        Write(bytes, Length);
        Length += bytes.Length;
    }

    /// <summary>Writes at a place.</summary>
    /// <remarks>Written through a mapping, a disk that is full would end the process.</remarks>
    public void Write(ReadOnlySpan<byte> bytes, long offset)
    {
        try
        {
            RandomAccess.Write(handle, bytes, offset);
        }
        catch (IOException e)
        {
            throw Failed(options, offset + bytes.Length, e);
        }
    }

    /// <summary>Reads as many bytes as there is room for.</summary>
    public void Read(Span<byte> bytes, long offset)
    {
        while (bytes.Length > 0)
        {
            var count = RandomAccess.Read(handle, bytes, offset);
            if (count == 0)
                throw new EndOfStreamException("The temporary file of samples is shorter than what was written to it.");
            bytes = bytes[count..];
            offset += count;
        }
    }

    public void Dispose() => handle.Dispose();

    private static IOException Failed(SpillOptions options, long size, Exception inner) => new(
        $"The samples do not fit {nameof(SpillOptions.MemoryBudget)}, which is {options.MemoryBudget} bytes, and a "
            + $"temporary file for them in '{FolderOf(options)}' cannot grow to {size} bytes ({inner.Message}). Give "
            + $"GanOptions.Spill a {nameof(SpillOptions.Folder)} that exists, may be "
            + $"written to and has room, or a larger {nameof(SpillOptions.MemoryBudget)}.", inner);
}
