namespace MLNet.Gan.Benchmarks.Tables;

/// <summary>Rows of a table as lines, and what making them took.</summary>
/// <param name="Lines">The rows.</param>
/// <param name="CpuSeconds">The processor's time of fitting and generating: both programs have one thread, and share the machine with others.</param>
internal sealed record MadeRows(string[] Lines, double CpuSeconds)
{
    /// <summary>Rows that the generator makes and decodes in a second of the processor; 0 where that was not measured.</summary>
    public double RowsPerSecond { get; init; }
}
