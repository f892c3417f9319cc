using Microsoft.ML;
using Microsoft.ML.Data;

namespace MLNet.Gan;

/// <summary>Some rows of a view in memory, a column at a time, when it is first read.</summary>
/// <param name="source">The view, which gives the same rows in the same order at every pass.</param>
/// <param name="rows">The numbers of its rows, from 0, in any order and repeated as often as wanted.</param>
internal sealed class CopiedRows(IDataView source, IReadOnlyList<int> rows)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<int, PassedColumn> _columns = [];
    private readonly int[] _sorted = [.. rows.Distinct().Order()];

    /// <summary>The number of rows, with repetitions.</summary>
    public int Count => rows.Count;

    /// <summary>The schema of the view.</summary>
    public DataViewSchema Schema => source.Schema;

    /// <summary>Reads columns that were not read before, in one pass.</summary>
    public void Load(IEnumerable<int> columns)
    {
        lock (_lock)
        {
            DataViewSchema.Column[] wanted = [.. columns.Where(column => !_columns.ContainsKey(column)).Select(column => source.Schema[column])];
            if (wanted.Length == 0)
                return;

            using var cursor = source.GetRowCursor(wanted);
            PassedColumn[] taken = [.. wanted.Select(column => PassedColumn.Of(cursor, column, _sorted.Length))];
            var row = -1;
            for (var place = 0; place < _sorted.Length; place++)
            {
                while (row < _sorted[place])
                    row = cursor.MoveNext() ? row + 1 : throw new InvalidOperationException(
                        $"A second pass over the rows ended after row {row}, but the first had row {_sorted[place]}. Cache the view: ml.Data.Cache(rows).");
                foreach (var column in taken)
                    column.Take(place);
            }

            foreach (var (column, values) in wanted.Zip(taken))
                _columns.Add(column.Index, values);
        }
    }

    /// <summary>A getter of a loaded column.</summary>
    /// <param name="column">The column's index.</param>
    /// <param name="current">Which of the rows, with repetitions, is the current one.</param>
    public Delegate Getter(int column, Func<int> current)
    {
        lock (_lock)
            return _columns[column].Getter(() => Array.BinarySearch(_sorted, rows[current()]));
    }
}
