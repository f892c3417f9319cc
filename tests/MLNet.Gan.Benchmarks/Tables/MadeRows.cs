namespace MLNet.Gan.Benchmarks.Tables;

/// <summary>Rows of a table as lines, and what making them took.</summary>
/// <param name="Lines">The rows.</param>
/// <param name="CpuSeconds">The processor's time of fitting and generating: both programs have one thread, and share the machine with others.</param>
internal sealed record MadeRows(string[] Lines, double CpuSeconds);
