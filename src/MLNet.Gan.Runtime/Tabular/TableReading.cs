namespace MLNet.Gan;

/// <summary>Reads the values that a column has in a row: one, or those of a vector.</summary>
internal delegate void TableReading<T>(Span<T> values);
