namespace MLNet.Gan.Metrics;

/// <summary>Rows of a table as vectors, in which every column counts about the same.</summary>
/// <remarks>
/// A number becomes its distance from the real mean in real standard deviations, a missing one 0. A category becomes a one-hot
/// vector over √2, so that two rows of different categories are 1 apart; categories that the real table lacks share a place.
/// </remarks>
internal sealed class TableCode
{
    private static readonly float Hot = MathF.Sqrt(0.5f);

    private readonly Func<IReadOnlyList<TableColumn>, int, IEnumerable<float>>[] _columns;

    public TableCode(IReadOnlyList<TableColumn> real) => _columns = [.. real.Select((column, i) => column.Numbers is { } numbers
        ? Standardized(numbers, i)
        : OneHot(column.Categories!, i))];

    /// <summary>The vectors of some rows, in the order of the real table's columns.</summary>
    public FeatureSet Of(IReadOnlyList<TableColumn> columns, IEnumerable<int> rows)
    {
        FeatureSet? set = null;
        foreach (var row in rows)
        {
            float[] values = [.. _columns.SelectMany(column => column(columns, row))];
            (set ??= new(values.Length, evidence: Evidence.Features)).Add(values);
        }

        return set!;
    }

    private static Func<IReadOnlyList<TableColumn>, int, IEnumerable<float>> Standardized(double[] real, int place)
    {
        double[] known = [.. real.Where(value => !double.IsNaN(value))];
        var mean = known.Length == 0 ? 0 : known.Average();
        var deviation = known.Length == 0 ? 0 : Math.Sqrt(known.Average(value => (value - mean) * (value - mean)));
        var scale = deviation > 0 ? deviation : 1;
        return (columns, row) => [columns[place].Numbers![row] is var value && double.IsNaN(value) ? 0 : (float)((value - mean) / scale)];
    }

    private static Func<IReadOnlyList<TableColumn>, int, IEnumerable<float>> OneHot(string[] real, int place)
    {
        var known = real.Distinct().Order(StringComparer.Ordinal).Select((category, i) => (category, i)).ToDictionary(pair => pair.category, pair => pair.i);
        return (columns, row) =>
        {
            var values = new float[known.Count + 1];
            values[known.GetValueOrDefault(columns[place].Categories![row], known.Count)] = Hot;
            return values;
        };
    }
}
