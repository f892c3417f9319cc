namespace MLNet.Gan;

/// <summary>
/// The memory budget of the training samples, and the folder they are spilled to when they exceed it: a temporary
/// memory-mapped file, from which batches are gathered and moved to the device.
/// </summary>
/// <remarks>
/// <para>
/// On the CPU, training computes the same results bit for bit wherever the samples are. The file holds only the samples
/// in single precision: rows × <see cref="SampleShape.Size"/> × 4 bytes. The system caches it in free memory, so a file
/// not much larger than that costs little time; a much larger one needs a fast disk.
/// </para>
/// <para>
/// The file is deleted when <c>Fit</c> returns or throws, and also when the process is killed: on Linux and macOS it
/// is unlinked from the start, so it only shows in the free space of its disk; Windows deletes it with the process.
/// Labels and the order of the rows, 8 bytes a row each, stay in memory and are not counted.
/// </para>
/// </remarks>
public sealed record SpillOptions
{
    /// <summary>
    /// The largest number of bytes of main memory for the samples, at least 1, also at the peak of reading. The memory
    /// for reading is included: at most 1 MiB or one sample, and 33 MiB more when the view does not know its number of
    /// rows, as that of a text file.
    /// </summary>
    public required long MemoryBudget { get; init => field = Check.Positive(value); }

    /// <summary>
    /// The folder of the file, which must exist; null (default) for the system's temporary folder. When that is itself
    /// in memory (tmpfs), specify one on a disk.
    /// </summary>
    public string? Folder { get; init => field = Check.NameOrNull(value); }
}
