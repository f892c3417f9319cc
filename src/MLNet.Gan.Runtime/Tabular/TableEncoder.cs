namespace MLNet.Gan;

/// <summary>Writes the numbers of a column for a row.</summary>
/// <param name="row">The row.</param>
/// <param name="draws">Random numbers of this row and column.</param>
/// <param name="destination">The column's numbers in the encoded row.</param>
internal delegate void TableEncoder(int row, RowDraws draws, Span<float> destination);
