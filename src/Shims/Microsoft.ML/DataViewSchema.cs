using System.Collections;

namespace Microsoft.ML;

/// <summary>The columns of a view. A later column of the same name hides the earlier one.</summary>
public sealed partial class DataViewSchema : IReadOnlyList<DataViewSchema.Column>
{
    private readonly Column[] _columns;
    private readonly Dictionary<string, int> _newest = [];

    private DataViewSchema(IReadOnlyList<DetachedColumn> columns)
    {
        foreach (var (index, column) in columns.Index())
            _newest[column.Name] = index;
        _columns = [.. columns.Select((column, index) => new Column(
            column.Name, index, _newest[column.Name] != index, column.Type, column.Annotations))];
    }

    public int Count => _columns.Length;

    public Column this[string name]
    {
        get
        {
            ArgumentException.ThrowIfNullOrEmpty(name);
            return GetColumnOrNull(name) ?? throw new ArgumentOutOfRangeException(nameof(name), $"Column '{name}' not found");
        }
    }

    public Column this[int columnIndex]
    {
        get
        {
            Check.That(columnIndex >= 0 && columnIndex < Count, nameof(columnIndex), $"The schema has {Count} columns");
            return _columns[columnIndex];
        }
    }

    public Column? GetColumnOrNull(string name) => _newest.TryGetValue(name, out var index) ? _columns[index] : null;

    public IEnumerator<Column> GetEnumerator() => _columns.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public override string ToString() => $"{Count} columns";

    internal static DataViewSchema Of(IEnumerable<DetachedColumn> columns) => new([.. columns]);
}
