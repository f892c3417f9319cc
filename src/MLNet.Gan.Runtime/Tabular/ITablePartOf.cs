namespace MLNet.Gan;

/// <summary>The encoding of one value of a row, of a type.</summary>
internal interface ITablePart<T> : ITablePart
{
    /// <summary>Writes the encoding of a value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="draws">Random numbers of this row and value.</param>
    /// <param name="destination">The encoding, of the part's width, filled with 0.</param>
    /// <exception cref="InvalidOperationException">The value is a category that was not there when the encoding was learned.</exception>
    void Encode(T value, RowDraws draws, Span<float> destination);

    /// <summary>Returns the state of a category; null where the value is none that was there when the encoding was learned.</summary>
    int? StateOf(T value);

    /// <summary>How far two values are apart: squared, in standard deviations of the column; 0 for categories.</summary>
    double SquaredDistance(T value, T other);

    /// <summary>Returns the value of an encoding; whichever state has the largest number is the one.</summary>
    T Decode(ReadOnlySpan<float> source);

    /// <summary>Adds the nodes of <see cref="Decode"/>.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="source">The numbers of the part in all rows.</param>
    OnnxValue AddTo(OnnxGraph graph, PartSource source);
}
