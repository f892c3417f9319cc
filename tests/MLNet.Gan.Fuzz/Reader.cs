namespace MLNet.Gan.Fuzz;

/// <summary>A reader of files that may come from strangers.</summary>
/// <param name="Name">Its name on the command line.</param>
/// <param name="Read">Reads a file, or refuses it with a <see cref="FormatException"/>.</param>
/// <param name="Seeds">Makes valid files to begin with.</param>
internal sealed record Reader(string Name, Action<string> Read, Func<IEnumerable<byte[]>> Seeds)
{
    /// <summary>The most bytes that reading a small file may allocate; default 64 MiB.</summary>
    public long MostAllocated { get; init; } = 64 << 20;

    /// <summary>Reads a file as a user's program would.</summary>
    /// <returns>Whether it was accepted; a refusal by the documented exception is no failure.</returns>
    /// <exception cref="InvalidOperationException">It took more memory than a file of this size may.</exception>
    public bool Try(string path)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var isAccepted = true;
        try
        {
            Read(path);
        }
        catch (FormatException)
        {
            isAccepted = false;
        }

        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        return allocated <= MostAllocated + 16 * new FileInfo(path).Length ? isAccepted
            : throw new InvalidOperationException($"Reading {new FileInfo(path).Length} bytes allocated {allocated}.");
    }
}
