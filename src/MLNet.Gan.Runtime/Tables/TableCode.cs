namespace MLNet.Gan.Metrics;

/// <summary>Rows of a table as vectors, in which every column counts about the same.</summary>
/// <remarks>
/// A number becomes its distance from the real mean in real standard deviations, a missing one 0. A category becomes a one-hot
/// vector over √2, so that two rows of different categories are 1 apart; of very many categories the rare ones share a place with
/// those that the real table lacks. Identifiers are left out: no two rows would be alike.
/// </remarks>
internal sealed class TableCode
{
    private const int MostCategories = 500;

    private static readonly float Hot = MathF.Sqrt(0.5f);

    private readonly Action<IReadOnlyList<TableColumn>, int, List<float>>[] _columns;

    public TableCode(IReadOnlyList<TableColumn> real) => _columns =
    [
        .. real.Index().Where(column => !column.Item.IsIdentifier).Select(column => column.Item.Numbers is { } numbers
            ? Standardized(numbers, column.Index)
            : OneHot(column.Item.Categories!, column.Index)),
    ];

    /// <summary>Whether there is a column to compare rows by.</summary>
    public bool IsEmpty => _columns.Length == 0;

    /// <summary>The vectors of some rows, at least one, in the order of the real table's columns.</summary>
    public FeatureSet Of(IReadOnlyList<TableColumn> columns, IEnumerable<int> rows)
    {
        FeatureSet? set = null;
        List<float> values = [];
        foreach (var row in rows)
        {
            values.Clear();
            foreach (var column in _columns)
                column(columns, row, values);
            (set ??= new(values.Count, evidence: Evidence.Features)).Add([.. values]);
        }

        return set!;
    }

    private static Action<IReadOnlyList<TableColumn>, int, List<float>> Standardized(double[] real, int place)
    {
        double[] known = [.. real.Where(value => !double.IsNaN(value))];
        var mean = known.Length == 0 ? 0 : known.Average();
        var isConstant = known.Length == 0 || known.Min() == known.Max(); // Else roundings of the mean would be the unit.
        var scale = isConstant ? 1 : Math.Sqrt(known.Average(value => (value - mean) * (value - mean)));
        return (columns, row, values) =>
            values.Add(columns[place].Numbers![row] is var value && double.IsNaN(value) ? 0 : (float)((value - mean) / scale));
    }

    private static Action<IReadOnlyList<TableColumn>, int, List<float>> OneHot(string[] real, int place)
    {
        var known = real.CountBy(category => category).OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal)
            .Take(MostCategories).Index().ToDictionary(pair => pair.Item.Key, pair => pair.Index);
        return (columns, row, values) =>
        {
            var hot = known.GetValueOrDefault(columns[place].Categories![row], known.Count);
            for (var i = 0; i <= known.Count; i++)
                values.Add(i == hot ? Hot : 0);
        };
    }
}
