using Microsoft.Win32.SafeHandles;

namespace MLNet.Gan;

/// <summary>A temporary file that is deleted with its handle, even when the process is killed.</summary>
internal sealed class SpillFile(SpillOptions options, SafeFileHandle handle) : IDisposable
{
    /// <summary>Creates a new file.</summary>
    public static SpillFile Create(SpillOptions options)
    {
        if (!Directory.Exists(FolderOf(options)))
            throw new IOException(
                $"{Start(options)}, but there is no folder '{FolderOf(options)}' for a temporary file of them. Create it, or "
                    + $"give RunOptions.Spill another {nameof(SpillOptions.Folder)} or a larger "
                    + $"{nameof(SpillOptions.MemoryBudget)}.");
        var path = Path.Combine(FolderOf(options), $"mlnet-gan-{Path.GetRandomFileName()}");
        try
        {
            // Windows deletes a file opened with this option. Elsewhere .NET would delete it when it closes the file,
            // but not after a crash; there an open file can be unlinked, and is freed when its last handle is closed.
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

    /// <summary>Returns the folder that the options name, or the system's temporary folder.</summary>
    public static string FolderOf(SpillOptions options) => options.Folder ?? Path.GetTempPath();

    /// <summary>The handle of the file.</summary>
    public SafeFileHandle Handle => handle;

    /// <summary>Its length in bytes.</summary>
    public long Length { get; private set; }

    /// <summary>Appends bytes.</summary>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        Write(bytes, Length);
        Length += bytes.Length;
    }

    /// <summary>Writes bytes at an offset.</summary>
    /// <remarks>Not through a mapping, where a full disk would end the process.</remarks>
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

    /// <summary>Fills a span with the bytes at an offset.</summary>
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

    private static string Start(SpillOptions options) =>
        $"The samples do not fit {nameof(SpillOptions.MemoryBudget)}, which is {options.MemoryBudget} bytes";

    private static IOException Failed(SpillOptions options, long size, Exception inner) => new(
        $"{Start(options)}, and a temporary file for them in '{FolderOf(options)}' cannot grow to {size} bytes "
            + $"({inner.Message}). Give RunOptions.Spill a {nameof(SpillOptions.Folder)} that exists, may be written to and "
            + $"has room, or a larger {nameof(SpillOptions.MemoryBudget)}.", inner);
}
