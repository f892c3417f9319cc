namespace MLNet.Gan.Metrics;

/// <summary>A rectangle inside a row-major array of doubles.</summary>
internal readonly record struct Block(double[] Values, int Start, int Stride, int Rows, int Columns)
{
    /// <summary>The whole of a row-major array as one rectangle.</summary>
    public static Block Of(double[] values, int rows, int columns) => new(values, 0, columns, rows, columns);

    /// <summary>Zeros, with room behind each row so that elements above each other do not share a cache set.</summary>
    public static Block Zeros(int rows, int columns)
    {
        const int Line = 8;
        var stride = ((columns + Line - 1) / Line | 1) * Line;
        return new(new double[rows * stride], 0, stride, rows, columns);
    }

    /// <summary>Row <paramref name="row"/>, which can be written to.</summary>
    public Span<double> this[int row] => Values.AsSpan(Start + row * Stride, Columns);

    /// <summary>What lies from a row and a column on, both included.</summary>
    public Block From(int row, int column) => Part(row, Rows - row, column, Columns - column);

    /// <summary>A rectangle of this rectangle.</summary>
    public Block Part(int row, int rows, int column, int columns) =>
        new(Values, Start + row * Stride + column, Stride, rows, columns);
}
