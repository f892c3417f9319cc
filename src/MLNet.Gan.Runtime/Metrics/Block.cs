namespace MLNet.Gan.Metrics;

/// <summary>A rectangular view of a row-major array of doubles.</summary>
internal readonly record struct Block(double[] Values, int Start, int Stride, int Rows, int Columns)
{
    /// <summary>Creates a view of a whole row-major array.</summary>
    public static Block Of(double[] values, int rows, int columns) => new(values, 0, columns, rows, columns);

    /// <summary>
    /// Creates zeros, with padding after each row so that elements of a column do not share a cache set.
    /// </summary>
    public static Block Zeros(int rows, int columns)
    {
        const int Line = 8;
        var stride = ((columns + Line - 1) / Line | 1) * Line;
        return new(new double[rows * stride], 0, stride, rows, columns);
    }

    /// <summary>Row <paramref name="row"/>, which is writable.</summary>
    public Span<double> this[int row] => Values.AsSpan(Start + row * Stride, Columns);

    /// <summary>Returns the part from a row and a column on, both included.</summary>
    public Block From(int row, int column) => Part(row, Rows - row, column, Columns - column);

    /// <summary>Returns a rectangle of this rectangle.</summary>
    public Block Part(int row, int rows, int column, int columns) =>
        new(Values, Start + row * Stride + column, Stride, rows, columns);
}
