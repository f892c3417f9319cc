namespace MLNet.Gan.Metrics;

/// <summary>The values of a column of a table.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Numbers">The numbers, NaN where one is missing; null for a column of categories.</param>
/// <param name="Categories">The categories, "" where one is missing; null for a column of numbers.</param>
internal sealed record TableColumn(string Name, double[]? Numbers, string[]? Categories)
{
    /// <summary>The number of rows.</summary>
    public int Count => Numbers?.Length ?? Categories!.Length;

    /// <summary>The share of rows without a value.</summary>
    public double MissingShare => Count == 0 ? 0
        : (double)(Numbers?.Count(double.IsNaN) ?? Categories!.Count(string.IsNullOrEmpty)) / Count;
}
