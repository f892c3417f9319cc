namespace MLNet.Gan;

/// <summary>Encoded rows of a table that are made when they are read. Thread-safe: row i is always the same.</summary>
internal interface IEncodedRows
{
    /// <summary>The number of rows.</summary>
    long Count { get; }

    /// <summary>Makes some rows.</summary>
    /// <param name="start">The first row.</param>
    /// <param name="count">The number of rows.</param>
    /// <param name="destination">The rows [count, width], row-major.</param>
    void Fill(long start, int count, Memory<float> destination);
}
