namespace MLNet.Gan.Metrics;

/// <summary>The values of a column of a table.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Numbers">The numbers, NaN where one is missing; null for a column of categories.</param>
/// <param name="Categories">The categories, "" where one is missing; null for a column of numbers.</param>
internal sealed record TableColumn(string Name, double[]? Numbers, string[]? Categories)
{
    private const double MostlyUnique = 0.9;

    /// <summary>The column of the view that it was read from; a vector gives several.</summary>
    public string Origin { get; init; } = Name;

    /// <summary>Whether the numbers were of single precision.</summary>
    public bool IsSingle { get; init; }

    /// <summary>Whether the numbers are dates: days since the first of January of the year 1.</summary>
    public bool IsDate { get; init; }

    /// <summary>The number of rows.</summary>
    public int Count => Numbers?.Length ?? Categories!.Length;

    /// <summary>The share of rows without a value.</summary>
    public double MissingShare => Count == 0 ? 0
        : (double)(Numbers?.Count(double.IsNaN) ?? Categories!.Count(string.IsNullOrEmpty)) / Count;

    /// <summary>Whether it numbers or names the rows: nearly every one has a category of its own, or they have consecutive numbers.</summary>
    public bool IsIdentifier => Categories is not null
        ? Categories.Distinct().Count() > MostlyUnique * Count
        : Count > 2 && Numbers!.All(double.IsInteger) && Numbers!.Distinct().Count() == Count && Numbers!.Max() - Numbers!.Min() == Count - 1;

    /// <summary>Its values as numbers, or as categories, where none is there.</summary>
    public TableColumn WithoutValues(bool areNumbers) => areNumbers
        ? this with { Numbers = [.. Enumerable.Repeat(double.NaN, Count)], Categories = null }
        : this with { Numbers = null, Categories = [.. Enumerable.Repeat("", Count)] };

    /// <summary>Some of its rows.</summary>
    public TableColumn Rows(IReadOnlyList<int> rows) => this with
    {
        Numbers = Numbers is { } numbers ? [.. rows.Select(row => numbers[row])] : null,
        Categories = Categories is { } categories ? [.. rows.Select(row => categories[row])] : null,
    };

    /// <summary>Its numbers as single precision has them.</summary>
    public IEnumerable<double> SingleNumbers => Numbers!.Select(value => (double)(float)value);
}
