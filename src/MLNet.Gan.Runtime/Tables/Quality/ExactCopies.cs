namespace MLNet.Gan.Metrics;

/// <summary>Finds rows of tables that equal a training row in all columns, reading the training rows block by block.</summary>
internal sealed class ExactCopies
{
    private readonly IReadOnlyList<TableColumn> _columns;
    private readonly Dictionary<int, List<int>> _sought;
    private readonly long[] _first;

    /// <param name="columns">The rows to look for, with numbers of single precision where the training rows or these have it.</param>
    public ExactCopies(IReadOnlyList<TableColumn> columns)
    {
        _columns = columns;
        _sought = Enumerable.Range(0, columns[0].Count).GroupBy(row => Hash(columns, row)).ToDictionary(rows => rows.Key, rows => rows.ToList());
        _first = new long[columns[0].Count];
        Array.Fill(_first, -1);
    }

    /// <summary>For each row that was found, its number and that of the first training row that equals it.</summary>
    public IEnumerable<(int Row, long Training)> Found => _first.Index().Where(row => row.Item >= 0);

    /// <summary>Looks for the rows among training rows.</summary>
    /// <param name="training">The same columns of training rows.</param>
    /// <param name="firstRow">The number of the first of them.</param>
    public void Search(IReadOnlyList<TableColumn> training, long firstRow)
    {
        for (var row = 0; row < training[0].Count; row++)
        {
            var hash = Hash(training, row);
            if (!_sought.TryGetValue(hash, out var candidates))
                continue;
            foreach (var candidate in candidates.FindAll(candidate => AreEqual(training, row, candidate)))
            {
                _first[candidate] = firstRow + row;
                candidates.Remove(candidate);
            }

            if (candidates.Count == 0)
                _sought.Remove(hash);
        }
    }

    private bool AreEqual(IReadOnlyList<TableColumn> training, int row, int candidate) => training.Zip(_columns).All(column =>
        column.First.Numbers is { } numbers ? numbers[row].Equals(column.Second.Numbers![candidate]) // NaN equals itself.
            : column.First.Categories![row] == column.Second.Categories![candidate]);

    private static int Hash(IReadOnlyList<TableColumn> columns, int row)
    {
        HashCode hash = default;
        foreach (var column in columns)
        {
            if (column.Numbers is { } numbers)
                hash.Add(numbers[row]);
            else
                hash.Add(column.Categories![row], StringComparer.Ordinal);
        }

        return hash.ToHashCode();
    }
}
