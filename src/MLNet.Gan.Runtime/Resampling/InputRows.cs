namespace MLNet.Gan;

/// <summary>Rows as numbers and categories.</summary>
/// <param name="Numbers">The numbers, row by row.</param>
/// <param name="Width">How many numbers a row has.</param>
/// <param name="Categories">The numbers of the categories, row by row.</param>
/// <param name="CategoryWidth">How many categories a row has.</param>
internal sealed record InputRows(double[] Numbers, int Width, int[] Categories, int CategoryWidth)
{
    /// <summary>The numbers of a row.</summary>
    public Span<double> NumbersOf(int row) => Numbers.AsSpan(row * Width, Width);

    /// <summary>The categories of a row.</summary>
    public Span<int> CategoriesOf(int row) => Categories.AsSpan(row * CategoryWidth, CategoryWidth);
}
