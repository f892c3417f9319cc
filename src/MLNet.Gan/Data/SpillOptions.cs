namespace MLNet.Gan;

/// <summary>
/// How much memory the samples read for training may take, and where they go if they do not fit: to a temporary
/// memory-mapped file, from which batches are gathered and moved to the device.
/// </summary>
/// <remarks>
/// <para>
/// On the CPU training computes the same, bit for bit, wherever the samples are. The file holds them in single precision and
/// nothing else: rows × <see cref="SampleShape.Size"/> × 4 bytes. The system keeps what it can of it in memory that is
/// free, so a file that is not much larger than that costs little time; a much larger one wants a fast disk.
/// </para>
/// <para>
/// The file is gone when <c>Fit</c> returns or throws, and also when the process is killed: on Linux and macOS it has
/// no name from the beginning, so that only the free space of its disk shows it; Windows deletes it with the process.
/// Labels and the order of the rows, 8 bytes a row each, stay in memory and are not counted.
/// </para>
/// </remarks>
public sealed record SpillOptions
{
    /// <summary>
    /// The most bytes of main memory for the samples, at least 1, also at the peak of reading. What reading needs
    /// counts too: at most 1 MiB or one sample, and 33 MiB more where the view does not know its number of rows, as
    /// that of a text file.
    /// </summary>
    public required long MemoryBudget { get; init => field = Check.Positive(value); }

    /// <summary>
    /// The folder of the file, which must exist; null (default) for the system's temporary folder. Where that is itself
    /// in memory (tmpfs), name one on a disk.
    /// </summary>
    public string? Folder { get; init => field = Check.NameOrNull(value); }
}
