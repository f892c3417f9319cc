namespace MLNet.Gan.Metrics;

/// <summary>The values of a column as a few whole numbers, counted from 0, learned from the real table.</summary>
/// <remarks>
/// A number's code is the number of real deciles below it, and a missing one has a code of its own. A category's is its place in the
/// order of frequency; all beyond the most frequent 50, and those that the real table lacks, share one.
/// </remarks>
internal sealed class ColumnCode
{
    private const int Bins = 10, MostCategories = 50;

    private readonly double[]? _edges;
    private readonly Dictionary<string, int> _places = [];

    public ColumnCode(TableColumn real)
    {
        if (real.Numbers is null)
        {
            _places = real.Categories!.CountBy(category => category)
                .OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal)
                .Take(MostCategories).Index().ToDictionary(pair => pair.Item.Key, pair => pair.Index);
            Count = _places.Count + 1;
            return;
        }

        double[] known = [.. real.Numbers.Where(value => !double.IsNaN(value)).Order()];
        _edges = known.Length == 0 ? []
            : [.. Enumerable.Range(1, Bins - 1).Select(bin => Distribution.Quantile(known, (double)bin / Bins)).Distinct()];
        Count = _edges.Length + 2;
    }

    /// <summary>The number of codes.</summary>
    public int Count { get; }

    /// <summary>The codes of a column's rows.</summary>
    public int[] Of(TableColumn column) => _edges is { } edges
        ? [.. column.Numbers!.Select(value => double.IsNaN(value) ? Count - 1 : Below(edges, value))]
        : [.. column.Categories!.Select(category => _places.GetValueOrDefault(category, Count - 1))];

    /// <summary>The number of edges below a value.</summary>
    private static int Below(double[] edges, double value) => Array.BinarySearch(edges, value) is var place && place >= 0 ? place : ~place;
}
