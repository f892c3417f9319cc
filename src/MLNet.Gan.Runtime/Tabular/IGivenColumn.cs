namespace MLNet.Gan;

/// <summary>What the current row of a source tells of a column, and the values that complete it.</summary>
internal interface IGivenColumn
{
    /// <summary>Reads the source's current row.</summary>
    void Read();

    /// <summary>Writes the categories that the row tells.</summary>
    /// <param name="condition">The column's part of a condition, filled with 0.</param>
    /// <returns>Whether there was one.</returns>
    bool Show(Span<float> condition);

    /// <summary>How far a generated row is from what the row tells: squared, in standard deviations of the columns.</summary>
    /// <param name="generated">The column's numbers of the encoded row.</param>
    double Distance(ReadOnlySpan<float> generated);

    /// <summary>Returns a getter of ML.NET's for the values that the row tells, with others in the places of missing ones.</summary>
    /// <param name="read">Reads the current row, unless that is done.</param>
    /// <param name="generated">Returns the column's numbers of the encoded row that completes it.</param>
    Delegate Getter(Action read, Func<ReadOnlyMemory<float>> generated);
}
